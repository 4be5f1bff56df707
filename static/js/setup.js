// The box that offers files with the settings of a table. They are made here, of the reader's values, and nobody is asked.

/** Lets the browser store a text as a file. */
const store = (name, type, text) => {
  const url = URL.createObjectURL(new Blob([text], { type }));
  make("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60000);
};

/** Fills a box whose files are not on the server; gives the list of those for the reader's device in any box. */
const furnish = (box, { text, groups, none }) => {
  const item = ([name, label, note]) =>
    make("li", {}, make("button", { type: "button", class: "button-link", "data-format": name }, label), make("br"), note);
  const known = (name) => box.querySelector(`[data-format="${name}"]`);
  if (!box.querySelector("ul")) {
    box.append(make("p", {}, text));
    for (const [title] of groups) box.append(make("p", {}, make("b", {}, title)), make("ul"));
    box.append(make("p", {}, none));
  }
  const lists = [...box.querySelectorAll("ul")];
  groups.forEach(([, formats], at) => formats.filter(([name]) => !known(name)).forEach((format) => lists[at].append(item(format))));
  return lists[0];
};

/** The field for the reader's address, which nothing keeps. */
const addressField = (box, list) => {
  const id = `setup-address-${box.dataset.service}`;
  const input = make("input", { id, type: "email", autocomplete: "email", autocapitalize: "none", spellcheck: "false", dir: "ltr", "aria-describedby": `${id}-note ${id}-trouble` });
  const trouble = make("p", { id: `${id}-trouble`, class: "panel-trouble", role: "status" });
  const note = make("p", { id: `${id}-note` }, texts.setup_address_note);
  list.before(make("label", { for: id }, texts.setup_address), input, note, trouble);
  const tell = (isWrong) => {
    input.ariaInvalid = isWrong;
    trouble.textContent = isWrong ? `${texts.value_refused} ${texts.parameter_allowed_email}` : "";
  };
  input.addEventListener("input", () => tell(false));
  return {
    input,
    text: () => (input.validity.badInput ? "?" : input.value.trim()),
    /** Leads the reader to the field. */
    ask: () => {
      tell(true);
      input.focus();
    },
  };
};

/** The code as a picture that can be stored. */
const showCode = (button, svg, address) => {
  const alt = texts.setup_qr_alt.replace(/\{.*?\}/, () => address);
  const picture = make("img", { src: `data:image/svg+xml,${encodeURIComponent(svg)}`, alt, width: 296, height: 296 });
  button.parentNode.querySelector("figure")?.remove();
  button.parentNode.append(make("figure", {}, picture));
};

export const offer = (box) => {
  if (box.dataset.ready !== undefined) return;
  box.dataset.ready = "";
  const { words, formats } = services[box.dataset.service];
  const fixed = JSON.parse(box.dataset.fixed ?? "{}");
  const field = addressField(box, furnish(box, words));
  const first = make("button", { type: "button", class: "button" }, texts.setup_first);
  const open = () => Object.values(formats).flatMap(({ templates: both }) => both.filter(Boolean).flatMap((template) => missing(template, fixed)))[0];

  const save = (button, name) => {
    const address = field.text();
    const format = formats[name];
    if (address ? !values.kinds.email(address) : !format.templates[0]) return field.ask();
    const file = fileOf(name, format, address, fixed);
    if (file === undefined) return undefined;
    if (name === "qr") showCode(button, file, address);
    return store(box.dataset.service + format.ending, format.type, file);
  };
  const press = (event) => {
    const button = event.target.closest("[data-format]");
    // A file of the site is as good as one that is made, where there is no address.
    if (!button || (button.href && !field.text())) return;
    event.preventDefault();
    save(button, button.dataset.format);
  };
  const show = () => {
    const isOpen = !!open();
    first.hidden = !isOpen;
    // Before there is a value, there is nothing but its button.
    [...box.children].slice(3).forEach((part) => (part.hidden = isOpen));
    // What was made for another value is wrong now.
    box.querySelectorAll("figure").forEach((figure) => figure.remove());
  };

  box.querySelector("summary + p").after(first);
  first.addEventListener("click", () => panel.ask(open(), first, ""));
  box.addEventListener("click", press);
  field.input.addEventListener("input", show);
  values.changed.push(show);
  show();
};
