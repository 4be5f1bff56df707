// How much a reader's first view weighs (issue: at most 20 KB for a guide of 8 KB, scripts at most 8 KB of it).
import { readFileSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { ROOT, SERVED } from "./places.js";
import { expect, test } from "./test.js";

const KB = 1024;
const ASSET = /(?:href|src)="[^"]*(assets\/[^"]+\.(?:css|js))"/g;

/** Guides of the bundled site by how near their text is to 8 KB: the folder below `content` and the locale. */
function guides() {
  const content = path.join(ROOT, "content");
  const files = readdirSync(content, { recursive: true }).filter((name) => path.basename(name).startsWith("guide."));
  const distance = (name) => Math.abs(statSync(path.join(content, name)).size - 8 * KB);
  return files.sort((a, b) => distance(a) - distance(b));
}

/** The compressed bytes of a page and of what it needs at once: `html`, `css`, `js`. */
function weights(guide) {
  const [, locale] = /guide\.(.+)\.md$/.exec(guide);
  const site = path.join(SERVED, "bundled");
  const html = readFileSync(path.join(site, locale, path.dirname(guide), "index.html"), "utf8");
  const sizes = { html: gzipSync(html).length, css: 0, js: 0 };
  for (const asset of new Set([...html.matchAll(ASSET)].map((match) => match[1]))) {
    sizes[path.extname(asset).slice(1)] += gzipSync(readFileSync(path.join(site, asset))).length;
  }
  return sizes;
}

test("the first view of a guide is at most 20 KB, scripts at most 8 KB of it", () => {
  const { html, css, js } = weights(guides().find((guide) => readable(guide)));
  test.info().annotations.push({ type: "bytes", description: JSON.stringify({ html, css, js }) });
  expect(css).toBeGreaterThan(0);
  expect(js).toBeGreaterThan(0);
  expect(js).toBeLessThanOrEqual(8 * KB);
  expect(html + css + js).toBeLessThanOrEqual(20 * KB);
});

/** Whether a guide lies where its folder does: some have an address of their own. */
function readable(guide) {
  return !readFileSync(path.join(ROOT, "content", path.dirname(guide), "meta.yaml"), "utf8").includes("slug_");
}
