// Styles that show a table of settings as lists take its cells their meaning in some browsers: roles keep it.
for (const cell of document.querySelectorAll(".table:has([data-label]) :is(th, td)")) {
  cell.role = { col: "columnheader", row: "rowheader" }[cell.scope] ?? "cell";
}
