// A link to a place inside a closed fold or a hidden tab opens it.
{
  const reveal = (place) => {
    let opened = openers.some((open) => open(place));
    for (let fold = place?.closest("details:not([open])"); fold; fold = fold.parentElement.closest("details:not([open])")) {
      fold.open = opened = true;
    }
    return opened;
  };

  // The label of a tab is only printed: its group stands for it.
  const go = () => {
    const place = anchored();
    if (reveal(place)) (place.closest(".tab-label")?.closest(".tabs") ?? place).scrollIntoView();
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (link && link.href.split("#")[0] === location.href.split("#")[0]) reveal(anchored(link.hash));
  });
  addEventListener("hashchange", go);
  go();
}
