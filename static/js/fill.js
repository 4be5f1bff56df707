// Puts the reader's values into the page: while it is parsed, before anything of it is painted, and again when they change.
if (values.ids.length) {
  const seen = new Map();
  let known = {};

  // The template with its values, unless one is unknown.
  const filled = (template, encode) => {
    let isComplete = true;
    const text = template.replace(/\{([^{}]+)\}/g, (whole, id) => {
      if (!values.ids.includes(id)) return whole;
      isComplete &&= id in known;
      return encode(known[id]);
    });
    return isComplete ? text : undefined;
  };

  const show = (own, node) => {
    const { parameter, when, href, alt, text } = node.dataset;
    if (when) {
      const [state, id] = when.split(":");
      node.hidden = (state === "known") !== (id in known);
    } else if (href) {
      node.removeAttribute("href");
      const address = filled(href, encodeURIComponent);
      if (address) node.href = address;
    } else if (alt) {
      own.text ||= node.alt;
      node.alt = filled(alt, String) ?? own.text;
    } else {
      // What the parser has added since: a mark may arrive in pieces.
      own.text += node.textContent.slice(own.shown.length);
      own.shown = (parameter ? known[parameter] : filled(text, String)) ?? own.text;
      if (node.textContent !== own.shown) node.textContent = own.shown;
      if (!(parameter in known)) node.removeAttribute("data-known");
      else node.dataset.known = values.linked[parameter] ? "link" : "";
    }
  };

  const take = (node) => {
    if (node.matches?.("[data-parameter], [data-when], a[data-href], img[data-alt], title[data-text]") && !seen.has(node)) {
      seen.set(node, { text: "", shown: "" });
    }
    if (seen.has(node)) show(seen.get(node), node);
  };
  const fill = () => {
    known = Object.fromEntries(values.ids.map((id) => [id, values.of(id)]).filter(([, value]) => value));
    seen.forEach(show);
  };

  fill();
  values.changed.push(fill);
  take(document.querySelector("title"));
  const observer = new MutationObserver((records) => {
    for (const { target, addedNodes } of records) [target, ...addedNodes].forEach(take);
    observer.takeRecords();
  });
  observer.observe(document, { childList: true, subtree: true });
  addEventListener("DOMContentLoaded", () => {
    observer.disconnect();
    fill();
  });
}
