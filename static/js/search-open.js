// Opens the search: by its control, by "/" and by Ctrl+K. Its script is loaded when it is first used, and nothing before.
{
  const control = document.querySelector("[data-search]");
  const open = (event) => {
    event.preventDefault();
    import(new URL(control.dataset.search, location)).then((search) => search.open(control)).catch(() => location.assign(control.href));
  };
  if (control) {
    control.role = "button";
    control.ariaHasPopup = "dialog";
    control.addEventListener("click", open);
    control.addEventListener("keydown", (event) => event.key === " " && open(event));
    addEventListener("keydown", (event) => {
      const { key, ctrlKey, metaKey, altKey, target } = event;
      const withControl = ctrlKey || metaKey;
      if (altKey || !(withControl ? key.toLowerCase() === "k" : key === "/" && !target.closest?.("input, select, textarea, dialog"))) return;
      open(event);
    });
  }
}
