// Opens the search: by its control, by "/" and by Ctrl+K. Its script is loaded when the reader reaches for it, and nothing before.
{
  const control = document.querySelector("[data-search]");
  const load = () => import(new URL(control.dataset.search, location));
  const open = (event) => {
    event.preventDefault();
    load().then((search) => search.open(control)).catch(() => location.assign(control.href));
  };
  // Whoever points at it will type soon: by then the engine shall be there.
  const prepare = () => load().then((search) => search.prepare(control)).catch(() => {});
  if (control) {
    for (const sign of ["pointerover", "pointerdown", "focus"]) control.addEventListener(sign, prepare, { once: true });
    control.role = "button";
    control.ariaHasPopup = "dialog";
    for (const opener of document.querySelectorAll("[data-search]")) opener.addEventListener("click", open);
    control.addEventListener("keydown", (event) => event.key === " " && open(event));
    addEventListener("keydown", (event) => {
      const { key, ctrlKey, metaKey, altKey, target } = event;
      const withControl = ctrlKey || metaKey;
      if (altKey || !(withControl ? key.toLowerCase() === "k" : key === "/" && !target.closest?.("input, select, textarea, dialog"))) return;
      open(event);
    });
  }
}
