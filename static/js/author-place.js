// A page that is shown again after a change is where it was: scrolled, unfolded, with the same tabs.
const folds = () => [...document.querySelectorAll("main details")];
const tabs = () => [...document.querySelectorAll("main [role='tab']")];
const isChosen = (tab) => tab.getAttribute("aria-selected") === "true";

const showAgain = () => {
  const open = folds().map((fold) => fold.open);
  keep("place", { path: location.pathname, left: scrollX, top: scrollY, open, chosen: tabs().map(isChosen) });
  location.reload();
};

{
  const place = kept("place");
  keep("place", null);
  if (place?.path === location.pathname) {
    folds().forEach((fold, at) => {
      fold.open = place.open[at] ?? fold.open;
    });
    tabs().forEach((tab, at) => {
      if (place.chosen[at] && !isChosen(tab)) tab.click();
    });
    const scroll = () => scrollTo({ left: place.left, top: place.top, behavior: "instant" });
    scroll();
    // Pictures may have got their room since.
    if (document.readyState !== "complete") addEventListener("load", scroll, { once: true });
  }
}
