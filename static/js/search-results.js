// What was found, as links: a page, and below it the sections that match best.
const SECTIONS = 3;
const SENTENCE_END = /[.。?!…]$/;
const make = (name, className, ...children) => {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...children);
  return element;
};

/** The engine's excerpt, `a <mark>b,</mark> c`, in pieces of plain text. Whatever else it holds stays text. */
const pieces = (excerpt) =>
  excerpt.split(/<mark>(.*?)<\/mark>/).flatMap((text, at) => {
    const plain = text.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
    if (at % 2 === 0) return [{ text: plain, isMarked: false }];
    // The engine takes the punctuation after a word for a part of it.
    const [, word, rest] = /^(.*?)([\p{P}]*)$/su.exec(plain);
    return [{ text: word, isMarked: true }, { text: rest, isMarked: false }];
  });

/** Without a section's title, or the end of it: every section's text starts with that. */
const withoutTitle = (found, title) => {
  const whole = found.map(({ text }) => text).join("");
  const start = /^…?\s*/.exec(whole)[0].length;
  const ends = title.split(" ").map((_, at, words) => words.slice(at).join(" "));
  const end = ends.find((words) => whole.startsWith(words, start) && SENTENCE_END.test(whole.slice(start, start + words.length + 1)));
  if (end === undefined) return found;
  let left = /^[.。?!…\s]*/.exec(whole.slice(start + end.length))[0].length + start + end.length;
  return found.map(({ text, isMarked }) => {
    const cut = Math.min(left, text.length);
    left -= cut;
    return { text: text.slice(cut), isMarked };
  });
};

const excerptOf = (excerpt, title) => {
  const nodes = withoutTitle(pieces(excerpt), title)
    .filter(({ text }) => text)
    .map(({ text, isMarked }) => (isMarked ? make("mark", "", withValues(text)) : withValues(text)));
  return nodes.length ? [make("span", "search-excerpt", ...nodes)] : [];
};

const link = (className, href, ...children) => {
  const element = make("a", className, ...children);
  element.href = href;
  return element;
};

const languageName = (tag) => new Intl.DisplayNames([document.documentElement.lang], { type: "language" }).of(tag.split("-")[0]);

/** The sections with most matches, in the order of the page. */
const bestOf = (sections) => {
  const ranked = [...sections].sort((one, other) => other.locations.length - one.locations.length);
  return sections.filter((section) => ranked.indexOf(section) < SECTIONS);
};

const showPage = ({ url, title, path, language, excerpt, sections }) => {
  const best = bestOf(sections);
  const start = best.find((section) => !section.anchor) ?? (sections.length ? undefined : { excerpt });
  const head = [make("span", "search-title", withValues(title))];
  const isForeign = language && language !== document.documentElement.lang;
  if (isForeign) {
    const badge = make("span", "badge", texts.search_language.replace("{$language}", languageName(language)));
    badge.lang = document.documentElement.lang;
    head.push(badge);
  }
  if (path) {
    const trail = make("span", "search-path", path);
    trail.lang = document.documentElement.lang;
    head.push(trail);
  }
  if (start) head.push(...excerptOf(start.excerpt, title));
  const page = make("li", "search-page", link("search-link-page", url, ...head));
  if (isForeign) {
    page.lang = language;
    page.dir = "auto";
  }
  const below = best.filter((section) => section.anchor);
  if (below.length) {
    const item = (section) =>
      make("li", "", link("search-link-section", section.url, make("span", "search-heading", withValues(section.title)), ...excerptOf(section.excerpt, section.title)));
    page.append(make("ul", "search-sections", ...below.map(item)));
  }
  return page;
};
