// The panel in which readers type their own values.
const panel = document.querySelector("[data-panel] form");
if (panel && values.ids.length) {
  const message = panel.querySelector("[data-panel-message]");
  const fields = [...panel.elements].filter((field) => values.ids.includes(field.name));
  const buttons = ["forget", "share"].map((act) => panel.querySelector(`[data-panel-${act}]`));
  const edited = new Set();
  let timer;
  let asker;

  // What the reader means: of a host that was pasted the part that is asked for, and of a number the digits that programs write.
  const edge = (part) => part?.textContent.replace(/\W/g, "\\$&") ?? "";
  const textOf = (field) => {
    const text = field.value.trim();
    const after = edge(field.nextElementSibling);
    const part = (after && text.match(RegExp(`${edge(field.previousElementSibling)}(.+)${after}`, "i"))?.[1]) || text;
    if (!field.matches(".panel-input-number")) return part;
    return part.replace(/[٠-٩۰-۹]/g, (digit) => digit.charCodeAt() % 16).replace(/^(-?)0+(?=\d)/, "$1");
  };
  const isRight = (field) => !textOf(field) || values.allows(field.name, textOf(field));

  /** Shows one of the texts that the message's element holds in the reader's language. */
  panel.say = (name, isTrouble = false, more = "") => {
    const text = (message.dataset[name] ?? texts[name] ?? "") + more;
    message.classList.toggle("panel-trouble", isTrouble);
    if (message.textContent !== text) message.textContent = text;
  };
  // What is wrong is read with the field that it is about, and with no other.
  const judge = (field, isWrong) => {
    field.ariaInvalid = isWrong;
    const about = (field.getAttribute("aria-describedby") ?? "").replace(`${message.id} `, "");
    field.setAttribute("aria-describedby", isWrong ? `${message.id} ${about}` : about);
  };
  /** Leads the reader to the field of a value that a button needs, and back once it is there. */
  panel.ask = (id, button, note = "missing") => {
    const field = fields.find(({ name }) => name === id);
    asker = button;
    panel.say(note, true);
    if (!field) return;
    if (note) judge(field, true);
    field.focus();
  };
  /** Where the focus goes when its button is gone; the page stays where it is, but for those who steer by keyboard. */
  panel.rest = () => document.querySelector("#panel-title").focus({ preventScroll: !document.querySelector(":focus-visible") });
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
    if (text) judge(field, false);
    timer = setTimeout(() => {
      values.typed[field.name] = text;
      values.tell();
    }, text ? 300 : 0);
  };
  // A value from a link is only stored if the reader types it.
  const take = (field) => {
    clearTimeout(timer);
    delete values.typed[field.name];
    judge(field, !isRight(field));
    if (!isRight(field)) return values.tell(refuse(field));
    if (!edited.delete(field)) return undefined;
    delete values.linked[field.name];
    values.store({ [field.name]: textOf(field) || undefined });
    return textOf(field) ? panel.praise() : panel.say("forgotten");
  };
  const finish = (event) => {
    event.preventDefault();
    const wrong = fields.find((field) => !isRight(field));
    const isEmpty = fields.every((field) => !textOf(field));
    // An emptied field has been taken as such; one that was empty all the time is asked for.
    const isAsked = isEmpty && !edited.size && message.textContent !== message.dataset.forgotten;
    fields.forEach(take);
    if (wrong) return refuse(wrong).focus();
    if (isAsked) return panel.ask(fields[0].name, asker);
    if (isEmpty) return fields[0].focus();
    panel.praise();
    asker?.focus();
    return (asker = undefined);
  };
  const forget = () => {
    clearTimeout(timer);
    edited.clear();
    fields.forEach((field) => judge(field, false));
    panel.rest();
    values.forget();
    panel.say("forgotten");
  };
  const share = async () => {
    const worked = await copyText(`${location.href.split("#")[0]}#${values.parts(values.ids).join("&")}`);
    return panel.say(worked ? "shared" : "copy_failed", !worked);
  };
  const show = () => {
    fields.forEach((field) => {
      if (!edited.has(field)) field.value = values.of(field.name) ?? "";
    });
    const isKnown = values.parts(values.ids).length > 0;
    buttons[0].disabled = !isKnown && !values.hasStored();
    buttons[1].disabled = !isKnown;
  };

  panel.addEventListener("input", (event) => preview(event.target));
  panel.addEventListener("change", (event) => take(event.target));
  panel.addEventListener("submit", finish);
  buttons[0].addEventListener("click", forget);
  buttons[1].addEventListener("click", share);
  // A mark in the text leads to the field of its value.
  document.addEventListener("click", ({ target }) => {
    const mark = target.closest(".prose .parameter:not([data-known], button *, summary *, a[href] *)");
    if (mark) panel.ask(mark.dataset.parameter, undefined, "");
  });
  values.changed.push(show);
  show();
}
