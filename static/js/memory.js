// What the reader chose, kept in their browser. Two sites on one host must not share it, so keys hold the site's root; and a
// browser may refuse to keep anything.
const memory = {
  root: new URL("..", document.currentScript.src).pathname,
  // What was kept: null for nothing, undefined where the browser refuses or holds something else there.
  get(name, area = "localStorage") {
    try {
      return JSON.parse(window[area].getItem(`polyguide:${this.root}:${name}`));
    } catch {
      return undefined;
    }
  },
  // Keeps a value, or removes it where there is none; tells whether that worked. What is not kept holds for this page.
  set(name, value, area = "localStorage") {
    try {
      const key = `polyguide:${this.root}:${name}`;
      if (value) window[area].setItem(key, JSON.stringify(value));
      else window[area].removeItem(key);
      return true;
    } catch {
      return false;
    }
  },
  // A list of texts, whatever another script may have stored there.
  list(name, area) {
    const kept = this.get(name, area);
    return Array.isArray(kept) ? kept.filter((text) => typeof text === "string") : [];
  },
};
