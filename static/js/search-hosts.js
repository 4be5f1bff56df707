// Host names with places for values, `["pro", ["?", "email-pro.server"], ".mail.ovh.net"]`: guides hold the mark, readers type
// or know a value.
const escaped = (text) => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
/** A pattern for the start of a host: as far as its first letter after a value, and whatever follows of it. */
const startOf = (parts) => {
  const units = parts.flatMap((part) => (typeof part === "string" ? [...part].map(escaped) : ["([\\p{L}\\p{N}-]+?)"]));
  const needed = units.findLastIndex((unit) => unit.startsWith("(")) + 2;
  const rest = units.slice(needed).reduceRight((after, unit) => `(?:${unit}${after})?`, "");
  return new RegExp(`^${units.slice(0, needed).join("")}${rest}$`, "diu");
};
const patterns = hosts.map((parts) => ({ pattern: startOf(parts), marks: parts.filter(Array.isArray).map(([mark]) => mark) }));

/** A query with marks for the values in its hosts: `pro?.mail.ovh.net` for `pro3.mail.ovh.net`. */
const withMarks = (query) =>
  query.replace(/[^\s/:@]+/g, (word) => {
    const { pattern, marks } = patterns.find((host) => host.pattern.test(word)) ?? { marks: [] };
    const places = pattern?.exec(word).indices;
    return marks.reduceRight((text, mark, at) => text.slice(0, places[at + 1][0]) + mark + text.slice(places[at + 1][1]), word);
  });

/** A text of a guide with the reader's own values in its hosts, as far as this page knows them. */
const withValues = (text) =>
  hosts.reduce((filled, parts) => {
    const shown = parts.map((part) => (Array.isArray(part) ? part[0] : part)).join("");
    if (!filled.includes(shown) || typeof values === "undefined") return filled;
    return filled.replaceAll(shown, () => parts.map((part) => (Array.isArray(part) ? (values.of?.(part[1]) ?? part[0]) : part)).join(""));
  }, text);
