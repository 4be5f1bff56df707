// Values from a link: shown on this page only, until the reader keeps them or goes back to their own.
if (values.ids.length) {
  let bar;
  let followed = location.href;

  const button = (text, className, act) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = className;
    made.textContent = text;
    made.addEventListener("click", act);
    return made;
  };
  const keep = () => {
    values.store(Object.fromEntries(values.foreign().map((id) => [id, values.linked[id]])));
    values.unlink();
    say(values.isKept ? texts.values_shown : texts.values_shown_here);
  };

  const build = () => {
    bar = document.createElement("section");
    bar.className = "link-bar";
    bar.setAttribute("aria-label", texts.link_title);
    const text = document.createElement("p");
    bar.append(text, button(texts.link_keep, "button", keep), button(texts.link_mine, "button button-quiet", values.unlink));
    document.querySelector(".skip-link")?.after(bar);
  };
  // A value as the panel's field shows it, with what stands around it: `pro3.mail.ovh.net`.
  const sample = (id) => {
    const parts = document.querySelector(`[data-panel-field="${id}"] .panel-sample`)?.children ?? [];
    return [...parts].map((part) => part.value ?? part.textContent).join("") || values.linked[id];
  };
  const show = () => {
    const foreign = values.foreign();
    if (!foreign.length) return bar?.remove(), (bar = undefined);
    const isNew = !bar;
    if (isNew) build();
    const text = textWith("link_text", foreign.map(sample).join(", "));
    bar.firstChild.textContent = text;
    return isNew && say(text);
  };

  // The browser looks for an anchor of the whole fragment, so it is shown the anchor alone until it has found it.
  const jump = () => {
    if (!values.anchor) return;
    const whole = location.href;
    const restore = () => values.foreign().length && history.replaceState(history.state, "", whole);
    location.replace(`#${values.anchor}`);
    if (document.readyState === "complete") restore();
    else addEventListener("load", restore);
  };
  const follow = () => {
    if (location.href === followed || !values.follow()) return;
    followed = location.href;
    values.tell();
    jump();
  };

  values.changed.push(show);
  addEventListener("hashchange", follow);
  show();
  jump();
}
