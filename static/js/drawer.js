// On a phone the section's menu opens as a drawer, beside the page rather than in it.
{
  const toggle = document.querySelector(".sidebar > .toggle");
  if (toggle) {
    const summary = toggle.firstElementChild;
    const menu = toggle.nextElementSibling;
    let drawer;
    summary.setAttribute("aria-haspopup", "dialog");
    summary.addEventListener("click", (event) => {
      event.preventDefault();
      if (!drawer) {
        drawer = makeDialog("drawer", summary.textContent);
        drawer.addEventListener("close", () => toggle.after(menu));
        matchMedia("(min-width: 68.75rem)").addEventListener("change", () => drawer.close());
      }
      drawer.append(menu);
      drawer.showModal();
      menu.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
    });
  }
}
