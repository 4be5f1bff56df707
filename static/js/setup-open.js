// Files with the settings of a table: their script is loaded when the reader unfolds the box that offers them. Where it cannot
// be loaded, a box without files of the site has nothing to offer.
document.querySelectorAll("[data-setup]").forEach((box) => box.addEventListener("toggle", () =>
  import(new URL(box.dataset.setup, location)).then((setup) => setup.offer(box)).catch(() => (box.hidden = "setupOpen" in box.dataset))));
