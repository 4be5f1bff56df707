// Puts the reader's values into the page: while it is parsed, before anything of it is painted, and again when they change.
if (values.ids.length) {
  const marks = "[data-parameter], [data-when], a[data-href], img[data-alt], title[data-text]";
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
      const { firstChild: piece, textContent: before } = node;
      // Another text in the same node costs the layout less than another node.
      if (before !== own.shown) (piece?.data === before ? piece : node).textContent = own.shown;
      // It would add the next piece to this text, and nobody would be told.
      if (document.readyState === "loading") node.append(document.createComment(""));
      const state = parameter in known ? (values.linked[parameter] ? "link" : "") : undefined;
      if (state === undefined) node.removeAttribute("data-known");
      else if (state !== own.state) node.dataset.known = state;
      own.state = state;
    }
  };

  // The copy of a mark that was filled already stands for the same text.
  const fresh = ({ textContent, dataset: { parameter, known: state } }) => {
    const twin = state !== undefined && [...seen].find(([{ dataset }]) => dataset.parameter === parameter);
    return twin ? { text: twin[1].text, shown: textContent } : { text: "", shown: "" };
  };
  const take = (node) => {
    if (!seen.has(node) && node.matches?.(marks)) seen.set(node, fresh(node));
    if (seen.has(node)) show(seen.get(node), node);
  };
  // The parser tells of each node; what a script adds may hold more of them.
  const look = (records) => {
    for (const { target, addedNodes } of records) {
      take(target);
      for (const node of addedNodes) {
        take(node);
        node.querySelectorAll?.(marks).forEach((mark) => seen.has(mark) || take(mark));
      }
    }
    observer.takeRecords();
  };
  const observer = new MutationObserver(look);
  const fill = () => {
    look(observer.takeRecords());
    known = Object.fromEntries(values.ids.map((id) => [id, values.of(id)]).filter(([, value]) => value));
    seen.forEach(show);
    observer.takeRecords();
  };

  fill();
  values.changed.push(fill);
  take(document.querySelector("title"));
  observer.observe(document, { childList: true, subtree: true });
  addEventListener("DOMContentLoaded", fill);
}
