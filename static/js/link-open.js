// Values from a link: the script that tells of them is loaded when an address holds any. Where it cannot be loaded, nobody
// could say whose values they are, so they are not shown.
if (panel && values.ids.length) {
  const follow = (url) => url.includes("=", url.indexOf("#"))
    && import(new URL(panel.dataset.link, location)).then((link) => link.follow(url)).catch(values.unlink);
  addEventListener("hashchange", (event) => follow(event.newURL));
  follow(location.href);
}
