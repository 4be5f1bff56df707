// The language menu leads to the same section, by the id that all languages of a guide know, and closes as menus do.
{
  const menu = document.querySelector("[data-languages]");
  const here = () => {
    const heading = scrollY > 0 ? sections.current() : undefined;
    const id = heading?.querySelector("[data-source]")?.id ?? heading?.id;
    const values = location.hash.slice(1).split("&").filter((part) => part.includes("="));
    return [...(id ? [encodeURIComponent(id)] : []), ...values].join("&");
  };
  if (menu) {
    const lead = () => {
      for (const link of menu.querySelectorAll("a")) link.hash = here();
    };
    menu.addEventListener("pointerover", lead);
    menu.addEventListener("focusin", lead);
    menu.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !menu.open) return;
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
