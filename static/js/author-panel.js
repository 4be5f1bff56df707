// What is wrong with the page, over it: a button with the numbers, which opens the list.
const LEVELS = ["error", "warning", "note"];
const number = (count, noun) => `${count} ${noun}${count === 1 ? "" : "s"}`;

// A message, its names in backticks as code.
const marked = (text) => text.split("`").map((part, at) => (at % 2 ? make("code", {}, part) : part));

const place = ({ file, line, column }) => make("code", { class: "author-place" }, `${file}:${line}:${column}`);

const excerpt = ({ excerpt: lines }) => {
  const row = ({ number: at, before, marked: mark, behind }) =>
    make("span", { class: "author-line" }, make("span", { class: "author-number" }, `${at}`), make("span", {}, before, make("mark", {}, mark), behind));
  return lines.length ? [make("pre", { class: "author-excerpt", tabindex: "0" }, ...lines.map(row))] : [];
};

const finding = (found) =>
  make(
    "li",
    { class: "author-found", "data-severity": found.severity },
    make("p", { class: "author-message" }, make("strong", {}, found.severity), " ", ...marked(found.message)),
    make("p", { class: "author-where" }, place(found.place), " ", make("span", { title: found.meaning }, found.code)),
    ...excerpt(found.place),
    ...(found.help ? [make("p", { class: "author-help" }, make("strong", {}, "help"), " ", ...marked(found.help))] : []),
    ...found.related.flatMap(({ label, place: where }) => [make("p", { class: "author-where" }, ...marked(label), ": ", place(where)), ...excerpt(where)]),
  );

const toggle = make("button", { type: "button", class: "author-toggle", "aria-controls": "author-list" });
const list = make("div", { id: "author-list", class: "author-list" });
const status = make("p", { class: "author-status", role: "status" });
const panel = make("aside", { class: "author", lang: "en", dir: "ltr", "aria-label": "What is wrong" }, list, toggle, status);

const open = (isOpen) => {
  toggle.setAttribute("aria-expanded", `${isOpen}`);
  list.hidden = !isOpen;
  keep("open", isOpen);
};

toggle.addEventListener("click", () => open(list.hidden));
panel.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || list.hidden) return;
  open(false);
  toggle.focus();
});

// Shows what the server says of the page; tells it to those who do not see it, unless it is the first time.
const draw = ({ page, site }) => {
  const here = LEVELS.map((level) => [level, page.filter(({ severity }) => severity === level).length]).filter(([, count]) => count);
  const all = site.errors + site.warnings + site.notes;
  const summary = here.length ? here.map(([level, count]) => number(count, level)).join(", ") : "Nothing wrong here";
  if (status.dataset.summary && status.dataset.summary !== summary) status.textContent = `${summary}.`;
  status.dataset.summary = summary;
  panel.dataset.worst = here[0]?.[0] ?? "none";
  toggle.replaceChildren(make("span", { class: "author-dot", "aria-hidden": "true" }), summary, make("span", { class: "author-all" }, `${all} on the site`));
  list.replaceChildren(
    make("p", { class: "author-links" }, make("a", { href: own(".") }, `Everything that is wrong: ${all}`), make("a", { href: own("guides/") }, "All guides")),
    ...(page.length ? [make("ol", { class: "author-findings" }, ...page.map(finding))] : []),
  );
  if (!panel.isConnected) {
    open(kept("open") ?? false);
    document.body.append(panel);
  }
};
