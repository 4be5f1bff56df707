// The place that a fragment names. Beside an anchor it may hold values (`#settings&email-pro.server=3`), which name no place.
const anchored = (fragment = location.hash) => {
  const name = fragment.slice(1).split("&").find((part) => part && !part.includes("=")) ?? "";
  try {
    return document.getElementById(decodeURIComponent(name));
  } catch {
    return document.getElementById(name);
  }
};
// What may hide a place: each shows it, and tells whether it was hidden.
const openers = [];
