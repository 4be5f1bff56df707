// The panel in which readers type their own values.
const panel = document.querySelector("[data-panel] form");
if (panel && values.ids.length) {
  const message = panel.querySelector("[data-panel-message]");
  const fields = [...panel.elements].filter((field) => values.ids.includes(field.name));
  const edited = new Set();
  let timer;
  let asker;

  const textOf = (field) => (field.validity.badInput ? "?" : field.value.trim());
  const isRight = (field) => !textOf(field) || values.allows(field.name, textOf(field));

  /** Shows one of the texts that the message's element holds in the reader's language. */
  panel.say = (name, isTrouble = false, more = "") => {
    const text = (message.dataset[name] ?? texts[name] ?? "") + more;
    message.classList.toggle("panel-trouble", isTrouble);
    if (message.textContent !== text) message.textContent = text;
  };
  /** Leads the reader to the field of a value that a button needs, and back once it is there. */
  panel.ask = (id, button, note = "missing") => {
    asker = button;
    panel.say(note, true);
    fields.find((field) => field.name === id)?.focus();
  };
  panel.praise = () => panel.say(values.isKept ? "shown" : "here");
  const refuse = (field) => {
    panel.say("refused", true, ` ${field.closest("[data-panel-field]").querySelector(".panel-allowed").textContent}`);
    return field;
  };

  // While a value is typed, the page shows it as soon as it is allowed; it counts, and is stored, when the reader is done.
  const preview = (field) => {
    const text = isRight(field) && textOf(field);
    edited.add(field);
    clearTimeout(timer);
    panel.say("");
    if (text) field.ariaInvalid = false;
    timer = setTimeout(() => {
      values.typed[field.name] = text;
      values.tell();
    }, text ? 300 : 0);
  };
  // A value from a link is only stored if the reader types it.
  const take = (field) => {
    clearTimeout(timer);
    delete values.typed[field.name];
    field.ariaInvalid = !isRight(field);
    if (!isRight(field)) return values.tell(refuse(field));
    if (!edited.delete(field)) return undefined;
    delete values.linked[field.name];
    values.store({ [field.name]: textOf(field) || undefined });
    return textOf(field) ? panel.praise() : panel.say("forgotten");
  };
  const finish = (event) => {
    event.preventDefault();
    const isEmpty = fields.every((field) => !textOf(field));
    // An emptied field has been taken as such; one that was empty all the time is asked for.
    const wrong = fields.find((field) => !isRight(field)) ?? (isEmpty && !edited.size && !message.textContent && fields[0]);
    fields.forEach(take);
    if (wrong) return refuse(wrong).focus();
    if (!isEmpty) panel.praise();
    asker?.focus();
    return (asker = undefined);
  };
  const forget = () => {
    clearTimeout(timer);
    edited.clear();
    fields.forEach((field) => (field.ariaInvalid = false));
    values.forget();
    panel.say("forgotten");
  };
  const share = async () => {
    const known = values.parts(values.ids);
    if (!known.length) return panel.ask(values.ids[0]);
    const worked = await copyText(`${location.href.split("#")[0]}#${known.join("&")}`);
    return panel.say(worked ? "shared" : "copy_failed", !worked);
  };
  const show = () => fields.forEach((field) => {
    if (!edited.has(field)) field.value = values.of(field.name) ?? "";
  });

  panel.addEventListener("input", (event) => preview(event.target));
  panel.addEventListener("change", (event) => take(event.target));
  panel.addEventListener("submit", finish);
  panel.querySelector("[data-panel-forget]").addEventListener("click", forget);
  panel.querySelector("[data-panel-share]").addEventListener("click", share);
  values.changed.push(show);
  show();
}
