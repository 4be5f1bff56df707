// The headings of the page's text, and which of them the reader has come to.
const sections = {
  all: [...document.querySelectorAll(".prose :is(h2, h3, h4, h5, h6)[id]")],
  current(counts = () => true) {
    const atEnd = scrollY > 0 && scrollY + innerHeight > document.documentElement.scrollHeight - 8;
    const isPast = (heading) => atEnd || heading.getBoundingClientRect().top < innerHeight * 0.3;
    return this.all.findLast((heading) => counts(heading) && heading.checkVisibility() && isPast(heading));
  },
};
