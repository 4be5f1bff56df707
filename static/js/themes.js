// The choice between light, dark and what the system says.
{
  const control = document.querySelector("[data-theme-switch]");
  if (control) {
    const { dataset } = document.documentElement;
    control.value = dataset.theme ?? "";
    control.addEventListener("change", () => {
      if (control.value) dataset.theme = control.value;
      else delete dataset.theme;
      memory.set("theme", control.value);
    });
  }
}
