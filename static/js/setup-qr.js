// QR codes (ISO/IEC 18004) of texts, in bytes and with error correction of level M: the same as those of `src/profiles/qr.rs`.

/** The bytes of error correction in a block, and the number of blocks, by version. */
const CORRECTION = [0, 10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, ...new Array(19).fill(28)];
const BLOCKS = [0, 1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49];
const BORDER = 4;

const count = (length) => [...new Array(length).keys()];
const bit = (word, at) => ((word >>> at) & 1) === 1;

/** How many lines of alignment patterns a version has, and how many bytes fit in all. */
const alignments = (version) => (version > 1 ? Math.floor(version / 7) + 2 : 0);
const capacity = (version) => {
  const lines = alignments(version);
  const patterns = lines ? (25 * lines - 10) * lines - 55 + (version > 6 ? 36 : 0) : 0;
  return Math.floor(((16 * version + 128) * version + 64 - patterns) / 8);
};

/** The smallest version that holds the text, and its bytes; none where no version does. */
const encode = (bytes) => {
  const room = (version) => capacity(version) - CORRECTION[version] * BLOCKS[version];
  const head = (version) => (version < 10 ? 1 : 2);
  const version = count(41).find((it) => it && room(it) * 8 >= 4 + 8 * (head(it) + bytes.length));
  if (!version) return undefined;
  // A half byte says what follows, so that all bytes after it lie across two.
  const halves = [4, ...(head(version) > 1 ? [bytes.length >> 12, (bytes.length >> 8) & 15] : []), (bytes.length >> 4) & 15, bytes.length & 15];
  bytes.forEach((byte) => halves.push(byte >> 4, byte & 15));
  halves.push(0);
  const data = count(Math.floor(halves.length / 2)).map((at) => (halves[2 * at] << 4) | halves[2 * at + 1]).slice(0, room(version));
  for (let pad = 0xec; data.length < room(version); pad ^= 0xfd) data.push(pad);
  return { version, data };
};

/** The product in the field of 256 elements. */
const times = (one, other) => {
  let product = 0;
  for (let at = 7; at >= 0; at -= 1) product = (product << 1) ^ ((product >>> 7) * 0x11d) ^ (bit(other, at) ? one : 0);
  return product;
};
const divisorOf = (degree) => {
  const divisor = [...new Array(degree - 1).fill(0), 1];
  let root = 1;
  for (let round = 0; round < degree; round += 1) {
    divisor.forEach((factor, at) => (divisor[at] = times(factor, root) ^ (divisor[at + 1] ?? 0)));
    root = times(root, 2);
  }
  return divisor;
};
const remainder = (data, divisor) => data.reduce((rest, byte) => {
  const factor = byte ^ rest[0];
  return divisor.map((part, at) => (rest[at + 1] ?? 0) ^ times(part, factor));
}, divisor.map(() => 0));

/** The bytes in blocks, each with its correction, block by block in turn. */
const interleaved = ({ version, data }) => {
  const [all, blocks, correction] = [capacity(version), BLOCKS[version], CORRECTION[version]];
  const divisor = divisorOf(correction);
  const short = Math.floor(all / blocks) - correction;
  const isLong = (at) => at >= blocks - (all % blocks);
  let from = 0;
  const parts = count(blocks).map((at) => data.slice(from, (from += short + isLong(at))));
  const corrections = parts.map((part) => remainder(part, divisor));
  const inTurn = (lists, length) => count(length).flatMap((at) => lists.flatMap((list) => list.slice(at, at + 1)));
  return [...inTurn(parts, short + 1), ...inTurn(corrections, correction)];
};

/** The remainder of a word with so many zeros after it. */
const check = (word, zeros, divisor) => count(zeros).reduce((rest) => (rest << 1) ^ (bit(rest, zeros - 1) ? divisor : 0), word);

/** What every code of a version has in common: rows of dark and light, and what is left free. */
const frame = (version) => {
  const size = version * 4 + 17;
  const rows = count(size).map(() => new Array(size));
  // What would lie outside is left out.
  const set = (x, y, isDark) => {
    if (x >= 0 && x < size && y >= 0 && y < size) rows[y][x] = isDark;
  };
  const around = (x, y, reach, isDark) => {
    for (let dy = -reach; dy <= reach; dy += 1) {
      for (let dx = -reach; dx <= reach; dx += 1) set(x + dx, y + dy, isDark(Math.max(Math.abs(dx), Math.abs(dy))));
    }
  };
  count(size).forEach((at) => {
    set(6, at, at % 2 === 0);
    set(at, 6, at % 2 === 0);
  });
  for (const [x, y] of [[3, 3], [size - 4, 3], [3, size - 4]]) around(x, y, 4, (far) => far !== 2 && far !== 4);
  const lines = alignments(version);
  const step = version === 32 ? 26 : Math.ceil((version * 4 + 4) / (lines * 2 - 2)) * 2;
  const places = lines ? [6, ...count(lines - 1).map((at) => size - 7 - at * step).reverse()] : [];
  const last = lines - 1;
  places.forEach((x, i) => places.forEach((y, j) => {
    if (!((i === 0 && j === 0) || (i === 0 && j === last) || (i === last && j === 0))) around(x, y, 2, (far) => far !== 1);
  }));
  format(rows, 0);
  if (version > 6) {
    const word = (version << 12) | check(version, 12, 0x1f25);
    count(18).forEach((at) => {
      const [far, near] = [size - 11 + (at % 3), Math.floor(at / 3)];
      set(far, near, bit(word, at));
      set(near, far, bit(word, at));
    });
  }
  return rows;
};

/** Writes twice which mask a code has. */
const format = (rows, mask) => {
  const size = rows.length;
  // The two bits of level M are zeros.
  const word = ((mask << 10) | check(mask, 10, 0x537)) ^ 0x5412;
  count(15).forEach((at) => {
    const isDark = bit(word, at);
    if (at < 8) rows[at < 6 ? at : at + 1][8] = isDark;
    else rows[8][at === 8 ? 7 : 14 - at] = isDark;
    if (at < 8) rows[8][size - 1 - at] = isDark;
    else rows[size - 15 + at][8] = isDark;
  });
  rows[size - 8][8] = true;
};

const MASKS = [
  (x, y) => (x + y) % 2,
  (x, y) => y % 2,
  (x) => x % 3,
  (x, y) => (x + y) % 3,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2,
  (x, y) => ((x * y) % 2) + ((x * y) % 3),
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2,
];

/** The free places in the order in which they are filled: in columns of two, up and down. */
const freePlaces = (rows) => {
  const size = rows.length;
  const places = [];
  // Column 6 is taken as a whole.
  for (let right = size - 1; right > 0; right -= right === 8 ? 3 : 2) {
    const isUp = !bit(right + 1, 1);
    for (const step of count(size)) {
      const y = isUp ? size - 1 - step : step;
      for (const x of [right, right - 1]) if (rows[y][x] === undefined) places.push([x, y]);
    }
  }
  return places;
};

/** What would make a code hard to read, in points. */
const points = (rows) => {
  const size = rows.length;
  const columns = rows.map((_, x) => rows.map((row) => row[x]));
  const lines = [...rows, ...columns].reduce((sum, line) => sum + pointsOfLine(line), 0);
  let squares = 0;
  for (let y = 1; y < size; y += 1) {
    for (let x = 1; x < size; x += 1) squares += rows[y][x] === rows[y - 1][x] && rows[y][x] === rows[y][x - 1] && rows[y][x] === rows[y - 1][x - 1];
  }
  const dark = rows.flat().filter(Boolean).length;
  const uneven = Math.ceil(Math.abs(dark * 20 - size * size * 10) / (size * size)) - 1;
  return lines + squares * 3 + uneven * 10;
};

/** Long runs of one colour, and what looks like the pattern of a corner. */
const pointsOfLine = (line) => {
  const runs = [0];
  line.forEach((isDark, at) => {
    if (isDark !== (at > 0 && line[at - 1])) runs.push(0);
    runs[runs.length - 1] += 1;
  });
  const long = runs.reduce((sum, length) => sum + (length > 4 ? length - 2 : 0), 0);
  // Light runs have even places. There is light around the code.
  if (runs.length % 2 === 0) runs.push(0);
  runs[0] += line.length;
  runs[runs.length - 1] += line.length;
  const corners = runs.map((first, at) => {
    const [one, two, three, four, five, after] = runs.slice(at + 1);
    if (at % 2 || after === undefined || two !== one || three !== 3 * one || four !== one || five !== one) return 0;
    return (first >= one * 4 && after >= one) + (after >= one * 4 && first >= one);
  });
  return long + corners.reduce((sum, found) => sum + found, 0) * 40;
};

/** The code of a text: rows of modules, true where they are dark. */
const modules = (text) => {
  const encoded = encode(utf8(text));
  if (!encoded) return undefined;
  const bare = frame(encoded.version);
  const bytes = interleaved(encoded);
  const places = freePlaces(bare);
  const masked = MASKS.map((mask, number) => {
    const rows = bare.map((row) => [...row]);
    places.forEach(([x, y], at) => (rows[y][x] = bit(bytes[at >> 3], 7 - (at & 7)) !== (mask(x, y) === 0)));
    format(rows, number);
    return { rows, points: points(rows) };
  });
  return masked.reduce((best, other) => (other.points < best.points ? other : best)).rows;
};

/** The code of a text as a picture; none where it is too long for one. */
const qrCode = (text) => {
  const rows = modules(text);
  if (!rows) return undefined;
  const size = rows.length + 2 * BORDER;
  const path = rows.flatMap((row, y) => {
    const runs = [...row.map((isDark) => (isDark ? "#" : " ")).join("").matchAll(/#+/g)];
    return runs.map(({ index, 0: { length } }) => `M${index + BORDER} ${y + BORDER}h${length}v1h-${length}z`);
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path.join("")}"/></svg>\n`;
};
