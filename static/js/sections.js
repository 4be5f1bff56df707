// The headings of the page's text, and which of them the reader has come to.
const sections = {
  all: [...document.querySelectorAll(".prose :is(h2, h3, h4, h5, h6)[id]")],
  current() {
    const line = innerHeight * 0.3;
    const shown = this.all.filter((heading) => heading.checkVisibility());
    const atEnd = scrollY > 0 && scrollY + innerHeight > document.documentElement.scrollHeight - 8;
    return shown.findLast((heading) => atEnd || heading.getBoundingClientRect().top < line);
  },
};
