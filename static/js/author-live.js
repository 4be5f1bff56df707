// The server tells of each change. A page that looks different then is shown again; one that does not stays as it is.
{
  const { seal } = script.dataset;
  const address = own(`page.json?path=${encodeURIComponent(location.pathname)}`);
  let events;
  let isLooking = false;
  let isAgain = false;

  const PATIENCE = 300;

  /** What the server says of the page, unless it looks different by now and is shown again. */
  const ask = async (address) => {
    const answer = await fetch(address);
    if (!answer.ok) return undefined;
    const state = await answer.json();
    if (state.seal === seal) return state;
    showAgain();
    return undefined;
  };

  // What a build finds is known at once. What the rules find takes a moment on a large site, and is mostly worth the wait.
  const look = async () => {
    const state = await ask(address);
    if (!state || state.inspected) return state && draw(state);
    const timer = setTimeout(() => draw(state), PATIENCE);
    try {
      const whole = await ask(`${address}&rules=wait`);
      if (whole) draw(whole);
    } finally {
      clearTimeout(timer);
    }
  };

  // One look after the other; of several changes in the meantime, the last counts.
  const lookInTurn = async () => {
    isAgain = true;
    if (isLooking) return;
    isLooking = true;
    while (isAgain) {
      isAgain = false;
      // Where the server is gone, the page stays.
      await look().catch(() => {});
    }
    isLooking = false;
  };

  // The lists of what is wrong and of all guides, in which an author may be typing what to look for.
  let revision;
  const lookAtList = ({ data }) => {
    const isNews = revision !== undefined && revision !== data;
    revision = data;
    if (isNews && !document.activeElement?.matches("input")) showAgain();
  };

  const listen = () => {
    events?.close();
    events = new EventSource(own("events"));
    events.addEventListener("message", seal ? lookInTurn : lookAtList);
  };

  // Browsers keep few connections open: windows that nobody sees leave theirs to others.
  document.addEventListener("visibilitychange", () => (document.hidden ? events?.close() : listen()));
  if (!document.hidden) listen();
}
