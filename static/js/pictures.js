// A picture that is a link to itself opens large.
{
  let dialog;
  const picture = make("img");
  const caption = make("figcaption", { "aria-hidden": true });

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    const image = link?.querySelector(":scope > img");
    if (image?.src !== link?.href || !image || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (!dialog) {
      dialog = makeDialog("picture", "");
      dialog.append(make("figure", {}, picture, caption));
    }
    picture.src = link.href;
    picture.alt = caption.textContent = image.alt;
    dialog.setAttribute("aria-label", image.alt || texts.picture);
    dialog.showModal();
  });
}
