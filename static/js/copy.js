// Buttons that copy a host, a value of a settings table or a block of code, exactly as it stands there.
{
  const named = [];
  const copy = async (button, source) => {
    const unknown = source.querySelector(".parameter:not([data-known])");
    // Half a name in the clipboard helps nobody.
    if (unknown) return panel.ask(unknown.dataset.parameter, button);
    const worked = await copyText(source.textContent.trim());
    if (worked) {
      button.dataset.copied = "";
      setTimeout(() => delete button.dataset.copied, 2000);
    }
    return say(worked ? nameOf("copied", source) : texts.copy_failed);
  };
  const nameOf = (act, source) =>
    source.matches("pre > code") ? texts[`${act}_code`] : textWith(`${act}_value`, source.textContent.trim());
  const add = (place, source) => {
    const button = make("button", { type: "button", class: "copy" });
    button.addEventListener("click", () => copy(button, source));
    place.append(button);
    named.push([button, source]);
  };
  const name = () => named.forEach(([button, source]) => (button.ariaLabel = nameOf("copy", source)));

  // Styles reserve the room of these buttons before they are there, by the same selectors.
  document.querySelectorAll(".prose :is(.host, .setting):not(:is(a, pre, summary, h1, h2, h3, h4, h5, h6) *)").forEach((name) => add(name, name));
  document.querySelectorAll(".prose table[data-settings] td:not(:first-child)").forEach((cell) => {
    // What programs spell alike in every language: 993, SSL/TLS, STARTTLS.
    if (/^[\dA-Z/.+-]+$/.test(cell.textContent.trim())) add(cell, cell);
  });
  document.querySelectorAll(".prose pre.code > code").forEach((code) => {
    const corner = make("span", { class: "code-corner" });
    code.before(corner);
    add(corner, code);
  });
  values.changed.push(name);
  name();
}
