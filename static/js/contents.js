// The page's contents mark the section that is being read.
{
  const nav = document.querySelector("[data-contents]");
  if (nav) {
    const links = new Map([...nav.querySelectorAll("a")].map((link) => [anchored(link.hash), link]));
    const mark = () => {
      const current = sections.current((heading) => links.has(heading));
      links.forEach((link, heading) => {
        if (heading !== current) return link.removeAttribute("aria-current");
        link.setAttribute("aria-current", "location");
        // Only the list, where it is longer than the window.
        nav.scrollTop = link.offsetTop - nav.clientHeight / 2;
      });
    };
    const line = new IntersectionObserver(mark, { rootMargin: "0px 0px -70%" });
    sections.all.forEach((heading) => line.observe(heading));
    // A short last section never comes up to the line.
    const end = new IntersectionObserver(mark, { threshold: 0.95 });
    document.querySelectorAll(".site-footer").forEach((footer) => end.observe(footer));
  }
}
