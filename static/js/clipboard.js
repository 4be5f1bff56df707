// What the scripts of a page share to speak to the reader, and to the clipboard.

/** An interface text with what belongs in its gap. */
const textWith = (id, what) => texts[id].replace(/\{.*?\}/, () => what);

/** Announces a text to screen readers. */
const say = (text) => {
  const region = document.querySelector("[data-status]");
  // The same text once more is news as well.
  region.textContent = "";
  setTimeout(() => (region.textContent = text), 50);
};

/** Puts a text into the clipboard; tells whether that worked. */
const copyText = async (text) => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Pages without https have no such thing, and browsers may refuse it.
    const focused = document.activeElement;
    const area = make("textarea", { class: "visually-hidden" }, text);
    document.body.append(area);
    area.select();
    const worked = document.execCommand("copy");
    area.remove();
    focused.focus({ preventScroll: true });
    return worked;
  }
};
