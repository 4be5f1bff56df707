// Buttons that copy a host, a value of a settings table or a block of code, exactly as it stands there.
{
  // Styles reserve the room of these buttons, by the same selectors, before they are there.
  const HOSTS = ".prose .host:not(:is(a, pre, summary, h1, h2, h3, h4, h5, h6) *)";
  const CELLS = ".prose table[data-settings] td:not(:first-child)";
  // What programs spell alike in every language: 993, SSL/TLS, STARTTLS.
  const SETTING = /^[\dA-Z/.+-]+$/;
  const named = [];

  const copy = async (button, source) => {
    const unknown = source.querySelector(".parameter:not([data-known])");
    // Half a name in the clipboard helps nobody.
    if (unknown) return panel.ask(unknown.dataset.parameter, button);
    const text = source.textContent.trim();
    const worked = await copyText(text);
    if (worked) {
      button.dataset.copied = "";
      setTimeout(() => delete button.dataset.copied, 2000);
    }
    const praise = source.matches("code") ? texts.copied_code : textWith("copied_value", text);
    return say(worked ? praise : texts.copy_failed);
  };
  const add = (place, source) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.addEventListener("click", () => copy(button, source));
    place.append(button);
    named.push([button, source]);
  };
  const name = () => named.forEach(([button, source]) => {
    button.setAttribute("aria-label", source.matches("code") ? texts.copy_code : textWith("copy_value", source.textContent.trim()));
  });

  document.querySelectorAll(HOSTS).forEach((host) => add(host, host));
  for (const cell of document.querySelectorAll(CELLS)) {
    if (SETTING.test(cell.textContent.trim())) add(cell, cell);
  }
  for (const code of document.querySelectorAll(".prose pre.code > code")) {
    const corner = document.createElement("span");
    corner.className = "code-corner";
    code.before(corner);
    add(corner, code);
  }
  values.changed.push(name);
  name();
}
