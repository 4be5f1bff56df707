// Values from a link: shown on this page only, until the reader keeps them or goes back to their own.
{
  const bar = document.querySelector("[data-link-bar]");
  if (bar && values.ids.length) {
    const text = bar.querySelector("bdi");

    // A value as the panel's field shows it, with what stands around it: `pro3.mail.ovh.net`.
    const sample = (id) =>
      [...(document.querySelector(`[data-panel-field="${id}"] .panel-sample`)?.children ?? [values.of(id)])].map((part) => part.value ?? part.textContent ?? part).join("");
    const show = () => {
      const foreign = values.foreign();
      const isNew = bar.hidden && foreign.length;
      bar.hidden = !foreign.length;
      text.textContent = foreign.map(sample).join(", ");
      if (isNew) say(text.parentNode.textContent);
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
    const follow = (url) => {
      const anchor = values.follow(url);
      values.tell();
      jump(anchor);
    };

    bar.addEventListener("submit", (event) => {
      event.preventDefault();
      values.store(Object.fromEntries(values.foreign().map((id) => [id, values.linked[id]])));
      values.unlink();
      panel.praise();
    });
    bar.querySelector("[data-link-mine]").addEventListener("click", values.unlink);
    values.changed.push(show);
    addEventListener("hashchange", (event) => follow(event.newURL));
    follow(location.href);
  }
}
