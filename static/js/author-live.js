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

  // The lists of what is wrong and of all guides say of which revision they are, since a change may come before this script
  // hears of changes; one that is not whole is of none. While an author says what to look for, a list stays as it is, and so does what was said.
  const { revision } = script.dataset;
  const form = document.querySelector(".author-filter");
  let isOld = false;
  const isSaid = ({ value, defaultValue, options }) =>
    options ? options.selectedIndex !== Math.max(0, [...options].findIndex(({ defaultSelected }) => defaultSelected)) : value !== defaultValue;
  const isInUse = () => form?.querySelector(":is(input, select):focus") || [...(form?.querySelectorAll("input, select") ?? [])].some(isSaid);
  const showListAgain = () => {
    if (isOld && !isInUse()) showAgain();
  };
  const lookAtList = ({ data }) => {
    isOld = data !== revision;
    showListAgain();
  };
  // The focus has moved once this runs.
  form?.addEventListener("focusout", () => setTimeout(showListAgain));

  const listen = () => {
    events?.close();
    events = new EventSource(own("events"));
    events.addEventListener("message", seal ? lookInTurn : lookAtList);
  };

  // Browsers keep few connections open: windows that nobody sees leave theirs to others.
  document.addEventListener("visibilitychange", () => (document.hidden ? events?.close() : listen()));
  if (!document.hidden) listen();
}
