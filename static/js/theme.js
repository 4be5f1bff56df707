// Light or dark as the reader chose, before anything is painted; else as their system says.
{
  const theme = memory.get("theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
}
