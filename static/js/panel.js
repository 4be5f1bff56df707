// The panel in which readers type their own values.
const panel = { say() {}, ask() {} };
{
  const form = document.querySelector("[data-panel] form");
  const fields = [...(form?.elements ?? [])].filter((field) => values.ids.includes(field.name));
  const message = form?.querySelector("[data-panel-message]");
  const edited = new Set();
  let timer;
  let asker;

  const textOf = (field) => (field.validity.badInput ? "?" : field.value.trim());
  const isRight = (field) => !textOf(field) || values.allows(field.name, textOf(field));
  const markInvalid = (field, isInvalid) => field.setAttribute("aria-invalid", isInvalid);

  panel.say = (text, isTrouble = false) => {
    if (!message) return;
    message.classList.toggle("panel-trouble", isTrouble);
    if (message.textContent !== text) message.textContent = text;
  };
  /** Leads the reader to the field of a value that `button` needs, and back once it is there. */
  panel.ask = (id, button) => {
    const field = fields.find((known) => known.name === id);
    asker = button;
    panel.say(texts.value_missing, true);
    field?.focus();
  };

  const refuse = (field) => {
    const allowed = field.closest("[data-panel-field]")?.querySelector(".panel-allowed")?.textContent;
    panel.say(textWith("value_refused", allowed ?? ""), true);
  };
  const praise = () => panel.say(values.isKept ? texts.values_shown : texts.values_shown_here);

  const show = () => fields.forEach((field) => {
    if (!edited.has(field)) field.value = values.of(field.name) ?? "";
  });

  // While a value is typed, the page shows it as soon as it is allowed; it counts, and is stored, when the reader is done.
  const preview = (field) => {
    edited.add(field);
    clearTimeout(timer);
    panel.say("");
    if (isRight(field)) markInvalid(field, false);
    const text = isRight(field) && textOf(field) ? textOf(field) : undefined;
    timer = setTimeout(() => {
      values.typed[field.name] = text;
      values.tell();
    }, text ? 300 : 0);
  };

  // Stores what was typed. A value from a link is only stored if the reader types it.
  const take = (field) => {
    clearTimeout(timer);
    delete values.typed[field.name];
    markInvalid(field, !isRight(field));
    if (!isRight(field)) {
      values.tell();
      return refuse(field);
    }
    if (!edited.delete(field)) return undefined;
    delete values.linked[field.name];
    values.store({ [field.name]: textOf(field) || undefined });
    return textOf(field) ? praise() : panel.say(texts.values_forgotten);
  };

  const finish = () => {
    fields.filter((field) => edited.has(field)).forEach(take);
    const wrong = fields.find((field) => !isRight(field));
    const isEmpty = fields.every((field) => !textOf(field));
    if (wrong || (isEmpty && !message.textContent)) {
      refuse(wrong ?? fields[0]);
      return (wrong ?? fields[0]).focus();
    }
    if (!isEmpty) praise();
    asker?.focus();
    return (asker = undefined);
  };

  const forget = () => {
    clearTimeout(timer);
    edited.clear();
    fields.forEach((field) => markInvalid(field, false));
    values.forget();
    panel.say(texts.values_forgotten);
  };

  const share = async () => {
    const known = values.ids.filter(values.of).map((id) => `${id}=${encodeURIComponent(values.of(id))}`);
    if (!known.length) return panel.ask(values.ids[0]);
    const worked = await copyText(`${location.href.split("#")[0]}#${known.join("&")}`);
    return panel.say(worked ? texts.values_shared : texts.copy_failed, !worked);
  };

  if (fields.length) {
    for (const field of fields) {
      field.addEventListener("input", () => preview(field));
      field.addEventListener("change", () => take(field));
    }
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      finish();
    });
    form.querySelector("[data-panel-forget]")?.addEventListener("click", forget);
    form.querySelector("[data-panel-share]")?.addEventListener("click", share);
    values.changed.push(show);
    show();
  }
}
