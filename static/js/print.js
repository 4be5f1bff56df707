// On paper everything is open, and a link says where it leads.
{
  const folds = "details:not([open])";
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll(`.prose ${folds}`)];
    opened.forEach((fold) => (fold.open = true));
    for (const link of document.querySelectorAll(".prose a[href]")) {
      const leaves = link.href.startsWith("http") && link.href.split("#")[0] !== location.href.split("#")[0];
      if (leaves && link.textContent.trim() !== link.href) link.dataset.address = link.href;
    }
  });
  addEventListener("afterprint", () => opened.forEach((fold) => (fold.open = false)));
}
