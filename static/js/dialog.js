// A dialog that closes by its button, by Escape and by a click beside it. The browser keeps the focus in it and gives it back.
const makeDialog = (kind, name) => {
  const close = make("button", { type: "button", class: "dialog-close", "aria-label": texts.close });
  const dialog = make("dialog", { class: kind, "aria-label": name }, close);
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  document.body.append(dialog);
  document.querySelectorAll("[data-dialogs]").forEach((styles) => (styles.media = "all"));
  return dialog;
};
