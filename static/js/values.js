// The values that only the reader knows: those that this browser stores for the site, those that came with the address, and
// one that is being typed. Wherever one comes from, it leaves here only if the page's grammars allow it.
const values = { changed: [], linked: {}, typed: {}, isKept: true };
{
  const { grammars: allowed = "{}", fields } = document.currentScript.dataset;
  const grammars = JSON.parse(allowed);
  const ids = (values.ids = Object.keys(grammars));
  let stored = {};
  let hash = "";
  let anchor;

  // The same strings as `Grammar::allows` in src/service/mod.rs.
  const label = "[a-z\\d]([a-z\\d-]{0,61}[a-z\\d])?";
  const matches = (text, pattern, flags) => new RegExp(pattern, flags).test(text);
  const kinds = (values.kinds = {
    integer: (text, [min, max]) => matches(text, "^(0|-?[1-9]\\d*)$") && +text >= min && +text <= max,
    choice: (text, choices) => choices.includes(text),
    domain: (text) => text.length < 254 && matches(text, `^${label}(\\.${label})+$`, "i"),
    email: (text) => matches(text, "^[\\w.%+-]{1,64}@") && kinds.domain(text.replace(/.*?@/, "")),
    // The program writes patterns so that they mean here what they mean there (src/service/pattern.rs).
    pattern: (text, pattern) => matches(text, pattern, "v"),
  });

  const attempt = (task) => {
    try {
      return task();
    } catch {
      return undefined;
    }
  };
  // Where storage is blocked, values live as long as the page.
  const read = () => {
    const kept = memory.get("values");
    if (values.isKept && kept !== undefined) stored = Object(kept);
  };
  const write = (kept) => {
    values.isKept = memory.set("values", kept);
    values.tell();
  };

  values.allows = (id, text) => ids.includes(id) && !!text && typeof text === "string"
    && !!attempt(() => Object.entries(grammars[id]).every(([kind, allowed]) => kinds[kind](text, allowed)));
  values.of = (id) => [values.typed, values.linked, stored].map((layer) => layer[id]).find((text) => values.allows(id, text));
  /** Values as the parts of a fragment: `email-pro.server=3`. */
  values.parts = (names) => names.filter(values.of).map((id) => `${id}=${encodeURIComponent(values.of(id))}`);
  /** The parameters whose value came with the address and is not the stored one. */
  values.foreign = () => ids.filter((id) => (values.linked[id] ?? stored[id]) !== stored[id]);
  /** Whether the browser keeps a value for any guide of the site. */
  values.hasStored = () => Object.values(stored).some(Boolean);
  values.tell = () => values.changed.forEach((listener) => listener());
  /** Stores values, or removes those that are undefined. */
  values.store = (changes) => {
    read();
    stored = { ...stored, ...changes };
    write(stored);
  };
  values.forget = () => {
    stored = values.typed = {};
    values.unlink();
    write();
  };

  /** Takes the values of an address, `…#email-pro.server=3&anchor`, and gives its anchor. */
  values.follow = (url) => {
    const found = {};
    values.isUnfit = false;
    const fragment = new URL(url).hash;
    const rest = fragment.slice(1).split("&").filter((part) => {
      const [, id, text] = attempt(() => decodeURIComponent(part).match(/(.*?)=(.*)/s)) ?? [];
      if (values.allows(id, text)) found[id] = text;
      else values.isUnfit ||= ids.includes(id);
      return !id;
    });
    if (!Object.keys(found).length) return undefined;
    values.linked = found;
    hash = fragment;
    return (anchor = rest.find((part) => !part.includes("=")));
  };
  /** Gives up the values of the address, there as well: a reload must not bring them back. */
  values.unlink = () => {
    values.linked = {};
    if (hash === location.hash) history.replaceState(history.state, "", anchor ? `#${anchor}` : location.pathname + location.search);
    values.tell();
  };

  if (ids.length) {
    const refresh = () => {
      read();
      values.tell();
    };
    read();
    // A page without fields has no bar either that would say where a linked value comes from.
    if (fields !== undefined) values.follow(location);
    // The panel is smaller when the page opens with all values; it keeps its size from then on.
    document.documentElement.classList.toggle("values-known", ids.every(values.of));
    addEventListener("storage", refresh);
    addEventListener("pageshow", refresh);
  }
}
