// How much a reader's first view weighs (issue: at most 20 KB for a guide of 8 KB, scripts at most 8 KB of it).
import { readFileSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { ROOT, SERVED } from "./places.js";
import { expect, test } from "./test.js";

const ALL = 20_000;
const SCRIPTS = 8_000;
/** Styles and scripts that a page links to. Those for paper and for dialogs are no part of the first view. */
const ASSET = /<(?:link|script) (?![^>]*media="print")[^>]*?(?:href|src)="[^"]*(assets\/[^"]+\.(css|js))"/g;

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

/** The compressed bytes of a page and of what it needs at once. */
function weights(name) {
  const page = [/guide\.(.+)\.md$/.exec(name)[1], path.dirname(name), "index.html"];
  const sizes = { html: weigh(...page), css: 0, js: 0 };
  const html = readFileSync(path.join(SERVED, "bundled", ...page), "utf8");
  for (const [, asset, kind] of html.matchAll(ASSET)) sizes[kind] += weigh(asset);
  return sizes;
}

test("the first view of a guide is at most 20 KB, scripts at most 8 KB of it", () => {
  const name = guide();
  const { html, css, js } = weights(name);
  console.log(`${name}: ${html} bytes of HTML, ${css} of CSS, ${js} of JavaScript: ${html + css + js}`);
  expect(Math.min(css, js)).toBeGreaterThan(0);
  expect(js).toBeLessThanOrEqual(SCRIPTS);
  expect(html + css + js).toBeLessThanOrEqual(ALL);
});
