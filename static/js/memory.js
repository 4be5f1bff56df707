// What the reader chose, kept in their browser. Two sites on one host must not share it, so keys hold the site's root; and a
// browser may refuse to keep anything.
const memory = {
  root: new URL("..", document.currentScript.src).pathname,
  get(name, area = "localStorage") {
    try {
      return window[area].getItem(`polyguide:${this.root}:${name}`);
    } catch {
      return null;
    }
  },
  set(name, value, area = "localStorage") {
    try {
      window[area].setItem(`polyguide:${this.root}:${name}`, value);
    } catch {
      // What is not kept holds for this page.
    }
  },
  // A list of texts, whatever another script may have stored there.
  list(name, area) {
    try {
      return JSON.parse(this.get(name, area)).filter((text) => typeof text === "string");
    } catch {
      return [];
    }
  },
};
