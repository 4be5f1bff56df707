// The page's contents mark the section that is being read.
{
  const nav = document.querySelector("[data-contents]");
  if (nav) {
    const links = new Map([...nav.querySelectorAll("a")].map((link) => [anchored(link.hash), link]));
    let marked;

    // Scrolls the list alone, where it is longer than the window.
    const keepInSight = (link) => {
      const box = nav.getBoundingClientRect();
      const { top, bottom } = link.getBoundingClientRect();
      if (top < box.top || bottom > box.bottom) nav.scrollTop += top - box.top - box.height / 2;
    };

    const mark = () => {
      const at = sections.all.indexOf(sections.current());
      const link = links.get(sections.all.slice(0, at + 1).findLast((heading) => links.has(heading)));
      if (link === marked) return;
      marked?.removeAttribute("aria-current");
      link?.setAttribute("aria-current", "location");
      if (link) keepInSight(link);
      marked = link;
    };

    const line = new IntersectionObserver(mark, { rootMargin: "0px 0px -70%" });
    sections.all.forEach((heading) => line.observe(heading));
    // A short last section never comes up to the line.
    const end = new IntersectionObserver(mark, { threshold: 0.95 });
    document.querySelectorAll(".site-footer").forEach((footer) => end.observe(footer));
  }
}
