// A reader who goes back and forth between the guide and an app can mark what is done; it is kept as long as the window.
{
  const name = `done:${location.pathname}`;
  const done = new Set(memory.list(name, "sessionStorage"));
  document.querySelectorAll(".step-label").forEach((label, at) => {
    const attributes = { type: "checkbox", class: "step-done", title: texts.step_done, autocomplete: "off" };
    const box = make("input", { ...attributes, "aria-label": `${texts.step_done}: ${label.textContent}` });
    box.checked = done.has(`${at}`);
    box.addEventListener("change", () => {
      done[box.checked ? "add" : "delete"](`${at}`);
      memory.set(name, [...done], "sessionStorage");
    });
    label.append(box);
  });
}
