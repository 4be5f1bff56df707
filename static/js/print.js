// On paper everything is open, and a link says where it leads.
{
  const folds = "details:not([open])";
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll(`.prose ${folds}`)];
    opened.forEach((fold) => (fold.open = true));
    for (const link of document.querySelectorAll(".prose a[href]")) {
      const leaves = link.href.startsWith("http") && link.href.split("#")[0] !== location.href.split("#")[0];
      // A text that is the address already says it.
      const isShown = link.textContent.trim().replace(/\/$/, "") === link.href.replace(/\/$/, "");
      if (leaves) link.dataset.address = isShown ? "" : link.href;
    }
  });
  addEventListener("afterprint", () => opened.forEach((fold) => (fold.open = false)));
}
