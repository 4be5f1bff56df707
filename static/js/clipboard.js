// What the scripts of a page share to speak to the reader, and to the clipboard.

/** An interface text with what belongs in its gap. */
const textWith = (id, what) => texts[id].replace(/\{\$\w+\}/, () => what);

/** Announces a text to screen readers. */
const say = (() => {
  const region = document.createElement("p");
  region.className = "visually-hidden";
  region.setAttribute("role", "status");
  document.body.append(region);
  return (text) => {
    // The same text once more is news as well.
    region.textContent = "";
    setTimeout(() => (region.textContent = text), 50);
  };
})();

/** Puts a text into the clipboard; tells whether that worked. */
const copyText = async (text) => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // There is no such thing on pages without https, or the browser refuses it.
    return copyBySelection(text);
  }
};

const copyBySelection = (text) => {
  const area = document.createElement("textarea");
  const focused = document.activeElement;
  area.className = "visually-hidden";
  area.value = text;
  area.readOnly = true;
  document.body.append(area);
  area.select();
  const worked = document.execCommand("copy");
  area.remove();
  focused?.focus({ preventScroll: true });
  return worked;
};
