// The bar that tells of values from a link: shown on this page only, until the reader keeps them or goes back to their own.
const text = make("bdi", { dir: "ltr" });
const mine = make("button", { type: "button", class: "button button-quiet", "data-link-mine": "" }, texts.link_mine);
const told = make("p", {}, `${texts.link_text} `, text);
const bar = make("form", { class: "link-bar", "aria-label": texts.link_title }, told, make("button", { class: "button" }, texts.link_keep), mine);

// A value as the panel's field shows it, with what stands around it: `pro3.mail.ovh.net`.
const sample = (id) =>
  [...(document.querySelector(`[data-panel-field="${id}"] .panel-sample`)?.children ?? [values.of(id)])].map((part) => part.value ?? part.textContent ?? part).join("");
const show = () => {
  const foreign = values.foreign();
  text.textContent = foreign.map(sample).join(", ");
  if (!foreign.length) return bar.remove();
  if (bar.isConnected) return undefined;
  panel.after(bar);
  return say(told.textContent);
};
// The browser looks for an anchor of the whole fragment, so it is shown the anchor alone until it has found it.
const jump = (anchor) => {
  if (!anchor) return;
  const whole = location.href;
  const restore = () => values.foreign().length && history.replaceState(history.state, "", whole);
  location.replace(`#${anchor}`);
  if (document.readyState === "complete") restore();
  else addEventListener("load", restore);
};

/** Shows the values of an address, and says where one does not fit. */
export const follow = (url) => {
  const anchor = values.follow(url);
  values.tell();
  panel.say("", values.isUnfit, values.isUnfit ? texts.link_refused : "");
  jump(anchor);
};

// The bar goes with its buttons: what the reader chose is told in the panel, where the focus goes.
bar.addEventListener("submit", (event) => {
  event.preventDefault();
  panel.rest();
  values.store(Object.fromEntries(values.foreign().map((id) => [id, values.linked[id]])));
  values.unlink();
  panel.praise();
});
mine.addEventListener("click", () => {
  panel.rest();
  values.unlink();
  panel.say("", false, texts.link_left);
});
document.querySelector("[data-dialogs]").media = "all";
values.changed.push(show);
