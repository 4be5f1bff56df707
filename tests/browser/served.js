// A site that `polyguide serve` shows, in a folder that a test may write to as an author does.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { POLYGUIDE } from "./places.js";
import { expect, test as base } from "./test.js";

const paragraphs = (count) => Array.from({ length: count }, (_, at) => `Paragraph ${at + 1} of a guide that is longer than a window.\n`).join("\n");

/** The guide that tests edit. */
export const GUIDE = "content/mail/candle/guide.en-gb.md";
/** Its page. */
export const PAGE = "en-gb/mail/candle/";

/** The guide's text, with something before and behind its long middle. */
export const guide = ({ title = "Light a candle", before = "", behind = "" } = {}) =>
  `---\ntitle: ${title}\nexcerpt: A guide for tests.\n---\n\n${before}\n\n## Middle\n\n${paragraphs(60)}\n/// details | More\n\nFolded away.\n\n///\n\n${behind}\n`;

const SITE = {
  "polyguide.yaml": "title: Candles\nsource_locale: en-gb\nlocales: { en-gb: {}, de-de: {}, ar: {} }\ncheck:\n  severity: { image-unused: off }\n",
  [GUIDE]: guide(),
  "content/mail/candle/guide.de-de.md": "---\ntitle: Eine Kerze\n---\n\nText.\n\n## Mitte\n\n/// details | Mehr\n\nText.\n\n///\n",
  "content/mail/candle/wax.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"></svg>',
  "content/mail/lantern/guide.en-gb.md": "---\ntitle: Hang a lantern\n---\n\nSee [the candle](/pages/mail/candle).\n",
  "content/mail/lantern/meta.yaml": "disable_languages: [ar]\n",
};

export const test = base.extend({
  /** The folder and address of the site; `write` and `move` change its files. */
  served: async ({}, use) => {
    const folder = mkdtempSync(path.join(tmpdir(), "polyguide-serve-"));
    const write = (file, text) => {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), text);
    };
    Object.entries(SITE).forEach(([file, text]) => write(file, text));
    const server = spawn(POLYGUIDE, ["serve", folder, "--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
    const url = await new Promise((resolve, reject) => {
      server.stdout.once("data", (data) => resolve(`${data}`.split(" ")[0]));
      server.once("exit", (code) => reject(new Error(`serve ended with ${code}`)));
    });
    const ended = new Promise((resolve) => server.once("exit", (code) => resolve(code)));
    await use({ folder, url, write, move: (from, to) => renameSync(path.join(folder, from), path.join(folder, to)) });
    server.kill("SIGINT");
    expect(await ended).toBe(0);
    rmSync(folder, { recursive: true });
  },
  baseURL: async ({ served }, use) => use(served.url),
});

export { expect };
