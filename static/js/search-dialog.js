// The dialog: a field, what was found as a list of links, and a way to the alphabetical index.
const AT_ONCE = 8;
let control;
let found = [];
let shown = 0;
let running;

const field = make("input", "search-field");
Object.assign(field, { type: "search", id: "search-field", autocomplete: "off", spellcheck: false, enterKeyHint: "go", placeholder: texts.search_label });
field.setAttribute("autocapitalize", "none");
field.setAttribute("aria-label", texts.search_label);
const close = make("button", "search-close");
Object.assign(close, { type: "button", ariaLabel: texts.search_close });
const form = make("form", "search-form", field, close);
form.role = "search";
const status = make("p", "search-status");
status.role = "status";
const list = make("ol", "search-results");
const more = make("button", "button button-quiet search-more", texts.search_more);
Object.assign(more, { type: "button", hidden: true });
const all = make("a", "", texts.search_alphabet);
const dialog = make("dialog", "search", form, make("div", "search-body", status, list, more, make("p", "search-all", all)));
dialog.setAttribute("aria-label", texts.search);

const count = () => texts.search_count.replace("{$count}", found.length.toLocaleString(document.documentElement.lang));

/** Shows further pages, each as soon as it and those before it are there. */
const showMore = async () => {
  const query = running;
  more.hidden = true;
  for (const page of found.slice(shown, shown + AT_ONCE).map(engine.read)) {
    const item = showPage(await page);
    if (query !== running) return;
    if (!shown) list.replaceChildren();
    shown += 1;
    list.append(item);
  }
  more.hidden = shown >= found.length;
};

const search = async () => {
  const text = field.value.trim();
  const query = {};
  running = query;
  try {
    const results = text ? await engine.find(withMarks(text)) : [];
    if (running !== query) return;
    [found, shown] = [results, 0];
    status.textContent = !text ? "" : found.length ? count() : texts.search_none.replace("{$query}", () => text);
    if (!found.length) list.replaceChildren();
    await showMore();
  } catch {
    if (running !== query) return;
    list.replaceChildren();
    status.textContent = texts.search_failed;
  }
};

/** Arrow keys go from the field through the links and back. */
const move = (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || event.isComposing) return;
  const stops = [field, ...list.querySelectorAll("a"), ...(more.hidden ? [] : [more]), all];
  const at = stops.indexOf(document.activeElement);
  if (at < 0) return;
  event.preventDefault();
  stops[Math.min(Math.max(at + step, 0), stops.length - 1)].focus();
};

/** A letter typed on a link goes on with the query. */
const type = ({ key, ctrlKey, metaKey, altKey, target }) => {
  if (target !== field && target.matches("a") && key.length === 1 && key !== " " && !ctrlKey && !metaKey && !altKey) field.focus();
};

field.addEventListener("input", search);
close.addEventListener("click", () => dialog.close());
more.addEventListener("click", async () => {
  const last = list.lastElementChild;
  await showMore();
  last.nextElementSibling?.querySelector("a").focus();
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  list.querySelector("a")?.click();
});
dialog.addEventListener("keydown", (event) => {
  // Browsers would only empty the field at first.
  if (event.key === "Escape" && !event.isComposing) {
    event.preventDefault();
    dialog.close();
  }
  move(event);
  type(event);
});
dialog.addEventListener("click", (event) => {
  const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey;
  // A click on the dialog itself is one beside its content.
  if (event.target === dialog || (isPlain && event.target.closest("a"))) dialog.close();
});
dialog.addEventListener("close", engine.stop);

/** The dialog's style, without which it is not shown. */
const style = (href) =>
  new Promise((resolve) => {
    document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href, onload: resolve, onerror: resolve }));
  });
let styled;

/** Starts the engine and fetches what the dialog needs, before it is opened. */
export const prepare = ({ dataset }) => {
  const index = new URL(dataset.index, location).href;
  engine.start(index, new URL("../../../", index).href);
  return (styled ??= style(dataset.style));
};

/** Shows the search of the page that `opener` stands on. */
export const open = async (opener) => {
  if (dialog.open) {
    field.select();
    return;
  }
  control = opener;
  all.href = control.href;
  if (!dialog.isConnected) document.body.append(dialog);
  await prepare(control);
  if (!dialog.open) dialog.showModal();
  field.select();
  if (field.value) search();
};
