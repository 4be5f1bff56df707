// UUIDs of names (RFC 9562, version 5), the same as those of `src/profiles/template.rs`. Browsers hash only on pages that
// came by https, and only in their own time: so it is done here.

const utf8 = (text) => [...new TextEncoder().encode(text)];

/** The SHA-1 of bytes (FIPS 180-4), as five words. */
const sha1 = (bytes) => {
  const words = new Array((((bytes.length + 8) >> 6) + 1) * 16).fill(0);
  [...bytes, 0x80].forEach((byte, at) => (words[at >> 2] |= byte << (24 - (at % 4) * 8)));
  words[words.length - 1] = bytes.length * 8;
  const turn = (word, by) => (word << by) | (word >>> (32 - by));
  const mixes = [
    [0x5a827999, (b, c, d) => (b & c) | (~b & d)],
    [0x6ed9eba1, (b, c, d) => b ^ c ^ d],
    [0x8f1bbcdc, (b, c, d) => (b & c) | (b & d) | (c & d)],
    [0xca62c1d6, (b, c, d) => b ^ c ^ d],
  ];
  let state = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
  for (let start = 0; start < words.length; start += 16) {
    const round = words.slice(start, start + 16);
    for (let at = 16; at < 80; at += 1) round[at] = turn(round[at - 3] ^ round[at - 8] ^ round[at - 14] ^ round[at - 16], 1);
    const next = round.reduce(([a, b, c, d, e], word, at) => {
      const [constant, mix] = mixes[Math.floor(at / 20)];
      return [(turn(a, 5) + mix(b, c, d) + e + constant + word) | 0, a, turn(b, 30), c, d];
    }, state);
    state = state.map((word, at) => (word + next[at]) | 0);
  }
  return state;
};

const NAMESPACE = "6f0a3c1e52d74b589d4f87c1e0b2a6d3".match(/../g).map((pair) => parseInt(pair, 16));

const uuid = (name) => {
  const bytes = sha1([...NAMESPACE, ...utf8(name)]).slice(0, 4).flatMap((word) => [24, 16, 8, 0].map((by) => (word >>> by) & 255));
  bytes[6] = (bytes[6] & 15) | 0x50;
  bytes[8] = (bytes[8] & 63) | 0x80;
  const digits = bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("").toUpperCase();
  return digits.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5");
};
