// The values that only the reader knows: those that this browser stores for the site, those that came with the address, and
// one that is being typed. Wherever one comes from, it leaves here only if the page's grammars allow it.
const values = { linked: {}, typed: {}, changed: [], isKept: true };
{
  const script = document.currentScript;
  const grammars = JSON.parse(script.dataset.grammars ?? "{}");
  // One for each site: several may lie on one host, each below its own path.
  const key = `polyguide ${new URL("..", script.src).pathname}`;
  let stored = {};
  let hash;

  // The same strings as `Grammar::allows` in src/service/mod.rs.
  const label = "[a-z\\d]([a-z\\d-]{0,61}[a-z\\d])?";
  const matches = (text, pattern, flags) => new RegExp(pattern, flags).test(text);
  const kinds = {
    integer: (text, [min, max]) => matches(text, "^(0|-?[1-9]\\d*)$") && +text >= min && +text <= max,
    choice: (text, choices) => choices.includes(text),
    domain: (text) => text.length < 254 && matches(text, `^${label}(\\.${label})+$`, "i"),
    email: (text) => matches(text, "^[\\w.%+-]{1,64}@") && kinds.domain(text.slice(text.indexOf("@") + 1)),
    // Of what the two languages of patterns do not share, `v` refuses the most.
    pattern: (text, pattern) => matches(text, pattern, "v"),
  };

  const attempt = (task) => {
    try {
      return task();
    } catch {
      return undefined;
    }
  };
  // Where storage is blocked, values live as long as the page.
  const read = () => {
    if (values.isKept) attempt(() => (stored = Object(JSON.parse(localStorage.getItem(key)))));
  };
  const write = (text) => {
    values.isKept = attempt(() => (text ? localStorage.setItem(key, text) : localStorage.removeItem(key), true)) ?? false;
  };

  values.ids = Object.keys(grammars);
  values.allows = (id, text) =>
    values.ids.includes(id) && !!text && typeof text === "string"
    && !!attempt(() => Object.entries(grammars[id]).every(([kind, allowed]) => kinds[kind](text, allowed)));
  values.of = (id) => [values.typed, values.linked, stored].map((layer) => layer[id]).find((text) => values.allows(id, text));
  /** Those whose value came with the address and is not the stored one. */
  values.foreign = () => values.ids.filter((id) => (values.linked[id] ?? stored[id]) !== stored[id]);

  values.tell = () => values.changed.forEach((listener) => listener());
  values.refresh = () => {
    read();
    values.tell();
  };
  /** Stores values, or removes those that are undefined. */
  values.store = (changes) => {
    read();
    stored = { ...stored, ...changes };
    write(JSON.stringify(stored));
    values.tell();
  };
  values.forget = () => {
    stored = {};
    values.typed = {};
    write();
    values.unlink();
  };

  /** Takes the values of the address, `#email-pro.server=3&anchor`; tells whether there are any. */
  values.follow = () => {
    const found = {};
    const rest = location.hash.slice(1).split("&").filter((part) => {
      const [id, ...text] = (attempt(() => decodeURIComponent(part)) ?? "").split("=");
      return !values.allows(id, text.join("=")) || void (found[id] = text.join("="));
    });
    if (!Object.keys(found).length) return false;
    values.linked = found;
    values.anchor = rest.find((part) => !part.includes("="));
    hash = location.hash;
    return true;
  };
  /** Gives up the values of the address, there as well: a reload must not bring them back. */
  values.unlink = () => {
    values.linked = {};
    if (hash && hash === location.hash) {
      history.replaceState(history.state, "", values.anchor ? `#${values.anchor}` : location.pathname + location.search);
    }
    values.tell();
  };

  if (values.ids.length) {
    read();
    values.follow();
    // The panel is smaller when the page opens with all values; it keeps its size from then on.
    document.documentElement.classList.toggle("values-known", values.ids.every(values.of));
    addEventListener("storage", (event) => (event.key ?? key) === key && values.refresh());
    addEventListener("pageshow", (event) => event.persisted && values.refresh());
  }
}
