// Puts the reader's values into the page: while it is parsed, before anything of it is painted, and again when they change.
if (values.ids.length) {
  const marks = new Map();
  const texts = new Map();
  const links = new Set();
  const conditions = new Set();
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

  const fillMark = (mark, own) => {
    // What the parser has added since: a mark may arrive in pieces.
    own.text += mark.textContent.slice(own.shown.length);
    const value = known[mark.dataset.parameter];
    own.shown = value ?? own.text;
    if (mark.textContent !== own.shown) mark.textContent = own.shown;
    if (value === undefined) mark.removeAttribute("data-known");
    else mark.dataset.known = values.linked[mark.dataset.parameter] === value ? "link" : "";
  };
  const fillText = (element, own) => {
    if (element.dataset.alt !== undefined) element.alt = filled(element.dataset.alt, String) ?? own;
    else element.textContent = filled(element.dataset.text, String) ?? own;
  };
  const fillLink = (link) => {
    const address = filled(link.dataset.href, encodeURIComponent);
    if (address === undefined) link.removeAttribute("href");
    else link.href = address;
  };
  const fillCondition = (element) => {
    const [state, id] = element.dataset.when.split(":");
    element.hidden = (state === "known") !== (id in known);
  };

  const take = (node) => {
    const { parameter, alt, text, href, when } = node.dataset ?? {};
    if (parameter !== undefined && !marks.has(node)) marks.set(node, { text: "", shown: "" });
    if (marks.has(node)) fillMark(node, marks.get(node));
    if (href !== undefined) {
      links.add(node);
      fillLink(node);
    }
    if (when !== undefined) {
      conditions.add(node);
      fillCondition(node);
    }
    if ((alt ?? text) !== undefined && !texts.has(node)) {
      texts.set(node, node.alt ?? node.textContent);
      fillText(node, texts.get(node));
    }
  };

  const learn = () => {
    known = Object.fromEntries(values.ids.map((id) => [id, values.of(id)]).filter(([, value]) => value !== undefined));
  };
  const fill = () => {
    learn();
    marks.forEach((own, mark) => fillMark(mark, own));
    texts.forEach((own, element) => fillText(element, own));
    links.forEach(fillLink);
    conditions.forEach(fillCondition);
  };

  learn();
  values.changed.push(fill);
  document.querySelectorAll("title[data-text]").forEach(take);
  const observer = new MutationObserver((records) => {
    for (const { target, addedNodes } of records) {
      if (marks.has(target)) take(target);
      addedNodes.forEach(take);
    }
    observer.takeRecords();
  });
  observer.observe(document, { childList: true, subtree: true });
  addEventListener("DOMContentLoaded", () => {
    observer.disconnect();
    fill();
  });
}
