// How much a reader's first view weighs (issue: at most 20 KB for a guide of 8 KB, scripts at most 8 KB of it).
import { readFileSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { ROOT, SERVED } from "./places.js";
import { expect, test } from "./test.js";

const ALL = 20_000;
const SCRIPTS = 8_000;
/** What blocks that most guides do without may add. */
const RARE = 2_000;
/** Styles and scripts that a page links to. Those for paper, for dialogs and for forced colours are no part of the first view. */
const ASSET = /<(?:link|script) (?![^>]*media="(?:print|\(forced))[^>]*?(?:href|src)="[^"]*(assets\/[^"]+\.(css|js))"/g;

/** The guide of the bundled site whose text is nearest to 8 KB: its folder below `content` and its locale. */
function guide() {
  const content = path.join(ROOT, "content");
  const files = readdirSync(content, { recursive: true }).filter((name) => path.basename(name).startsWith("guide.") && lies(name));
  const distance = (name) => Math.abs(statSync(path.join(content, name)).size - 8192);
  return files.reduce((nearest, name) => (distance(name) < distance(nearest) ? name : nearest));
}

/** Whether a guide's page lies where its folder does: some have an address of their own. */
function lies(name) {
  return !readFileSync(path.join(ROOT, "content", path.dirname(name), "meta.yaml"), "utf8").includes("slug_");
}

const weigh = (...file) => gzipSync(readFileSync(path.join(SERVED, "bundled", ...file)), { level: 9 }).length;

/** The compressed bytes of a page and of what it needs at once; whether it needs styles for blocks that most guides do without. */
function weights(page) {
  const sizes = { html: weigh(page), css: 0, js: 0 };
  const assets = [...readFileSync(path.join(SERVED, "bundled", page), "utf8").matchAll(ASSET)];
  for (const [, asset, kind] of assets) sizes[kind] += weigh(asset);
  return { page, ...sizes, all: sizes.html + sizes.css + sizes.js, isRare: assets.some(([, asset]) => /(tabs|code|api|blocks)/.test(asset)) };
}

test("the first view of a guide of 8 KB is at most 20 KB, scripts at most 8 KB of it", () => {
  const name = guide();
  const { html, css, js, all } = weights(path.join(/guide\.(.+)\.md$/.exec(name)[1], path.dirname(name), "index.html"));
  console.log(`${name}: ${html} bytes of HTML, ${css} of CSS, ${js} of JavaScript: ${all}`);
  expect(Math.min(css, js)).toBeGreaterThan(0);
  expect(js).toBeLessThanOrEqual(SCRIPTS);
  expect(all).toBeLessThanOrEqual(ALL);
});

test("so is every page of the site; tabs, code and other rare blocks add 2 KB at most, and no page needs more than 8 KB of scripts", () => {
  const pages = readdirSync(path.join(SERVED, "bundled"), { recursive: true }).filter((name) => name.endsWith("index.html")).map(weights);
  const guides = pages.filter(({ css }) => css > 0);
  expect(guides.length).toBeGreaterThan(100);
  for (const isRare of [false, true]) {
    const heaviest = guides.filter((page) => page.isRare === isRare).reduce((one, other) => (other.all > one.all ? other : one));
    console.log(`heaviest ${isRare ? "with rare blocks" : "without"}: ${JSON.stringify(heaviest)}`);
    expect(heaviest.all).toBeLessThanOrEqual(isRare ? ALL + RARE : ALL);
    expect(Math.max(...guides.map(({ js }) => js))).toBeLessThanOrEqual(SCRIPTS);
  }
});
