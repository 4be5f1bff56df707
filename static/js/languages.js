// The language menu leads to the same section, by the id that all languages of a guide know, and closes as menus do.
{
  const menu = document.querySelector("[data-languages]");
  if (menu) {
    // Values that came by link, and nothing else of the address, go along.
    const lead = () => {
      const heading = scrollY > 0 && sections.current();
      const id = heading && (heading.querySelector("[data-source]") ?? heading).id;
      const linked = values.parts(Object.keys(values.linked));
      for (const link of menu.querySelectorAll("a")) link.hash = [id || "", ...linked].join("&");
    };
    menu.addEventListener("pointerover", lead);
    menu.addEventListener("focusin", lead);
    menu.addEventListener("keydown", ({ key }) => {
      if (key !== "Escape") return;
      menu.open = false;
      menu.firstElementChild.focus();
    });
    const leave = ({ target }) => {
      if (!menu.contains(target)) menu.open = false;
    };
    document.addEventListener("click", leave);
    document.addEventListener("focusin", leave);
  }
}
