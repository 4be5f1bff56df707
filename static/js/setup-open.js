// Files with the settings of a table: their script is loaded when the reader unfolds the box that offers them.
document.querySelectorAll("[data-setup]").forEach((box) => box.addEventListener("toggle", () =>
  import(new URL(box.dataset.setup, location)).then((setup) => setup.offer(box)).catch(() => {})));
