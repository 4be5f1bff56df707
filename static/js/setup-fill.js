// Files from the templates that the build wrote: the same bytes as `src/profiles/template.rs` gives. What is missing or not
// allowed gives no file.

/** What stands in a slot. */
const known = (slot, address) => {
  const isAddress = values.kinds.email(address);
  if (slot === "address") return isAddress ? address : undefined;
  if (slot === "local-part") return isAddress ? address.split("@")[0] : undefined;
  return values.of(slot);
};

/** The names of a text's slots. */
const slots = (text) => [...text.matchAll(/\u{E000}(.*?)\u{E001}/gu)].map(([, name]) => name);

/** The values of the reader that a template needs and that are not known. */
const missing = ({ text, hosts }) => hosts.concat(text).flatMap(slots).filter((slot) => values.ids.includes(slot) && !values.of(slot));

/** The text with all that is known; none where something is missing, or a host would be none. */
const filled = ({ text, hosts }, address) => {
  if (slots(text).concat(hosts.flatMap(slots)).some((slot) => known(slot, address) === undefined)) return undefined;
  const fill = (part) => part.replace(/\u{E000}(.*?)\u{E001}/gu, (_, slot) => known(slot, address));
  if (!hosts.map(fill).every((host) => values.kinds.domain(host))) return undefined;
  return fill(text).replace(/\u{E002}(.*?)\u{E003}/gsu, (_, name) => uuid(name));
};

/** A file in a format, for an address that may be empty. */
const fileOf = (name, { templates: [plain, own] }, address) => {
  const template = address ? own : plain;
  const text = template ? filled(template, address) : undefined;
  return text !== undefined && name === "qr" ? qrCode(text) : text;
};
