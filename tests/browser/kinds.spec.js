// Every kind of value, on the site `sites/kinds`: the grammar in the browser is the program's own.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { HERE, POLYGUIDE } from "./places.js";
import { expect, test } from "./test.js";

const GUIDE = "sites/kinds/en-gb/guide/";
const PATTERNS = "sites/kinds/en-gb/patterns/";
const LABEL = "a".repeat(63);
const CANDIDATES = {
  "kinds.number": ["0", "-0", "7", "1200", "1201", "-1", "+7", "07", "7.0", "7e1", "0x7", " 7", "7 ", "7\n", "٧", "７", "1_0", "9".repeat(40), "NaN"],
  "kinds.region": ["eu", "ca", "EU", "eu ", "us-west", "us", "e", "eu\u200b", "constructor", "0"],
  "kinds.domain": [
    "example.net", "a.b", "example", "example.", ".example", "a..b", "-a.b", "a-.b", "a.-b", "a.b-", "a-b.c", "EXAMPLE.Net", "é.fr", "K.example", "ſ.example",
    "xn--9ca.fr", "a_b.c", "a b.c", "a.b\n", "a.b/c", "a.b:1", "a.b@c.d", "1.2.3.4", `${LABEL}.b`, `${LABEL}a.b`,
    `${LABEL}.${LABEL}.${LABEL}.${"a".repeat(61)}`, `${LABEL}.${LABEL}.${LABEL}.${"a".repeat(62)}`,
  ],
  "kinds.address": [
    "me@example.net", "@example.net", "me@", "me@example", "a@b@c.d", "me me@b.c", "m.e+x_y%z-1@b.c", "mé@b.c", "me@b.c ", "me", "\"me\"@b.c", "<me@b.c>",
    `${"m".repeat(64)}@b.c`, `${"m".repeat(65)}@b.c`, ".@b.c",
  ],
  "kinds.word": [
    "1ab", "1a b", "1a", "1abc", "٣éx", "７ßx", "1_\u00a0x", "1a\u2028x", "1a\ufeffx", "1a\u180ex", "1a\u0085x", "1ax\n", "1a\n", "1a\u{1f600}", "1\u200dx", "1\u0301x", "Ⅷax", "²ax", "1ⓐx",
    "1a\r", "1a\u2028",
  ],
  "kinds.sign": ["z-k", "Z-K", "z-\u212a", "a-k", "B-k", "ſ-k", "é-[k", "é-]k", "é-\\k", "é-[]k", "-k", "\u{1f600}-k", "z-k\n"],
  "kinds.code": ["ab1", "x", "xx", "ab", "AB1", "ab1 ", "ab1\n", " ab1", "ab12345", "ab1x", "xab1", "ab٣"],
};

/** Whether the program itself takes a value. */
function isAllowed(id, value, out) {
  try {
    execFileSync(POLYGUIDE, ["build", path.join(HERE, "sites/kinds"), "--quiet", "--out", out, "--set", `${id}=${value}`], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

for (const [id, candidates] of Object.entries(CANDIDATES)) {
  test(`a page allows exactly what the program allows: ${id}`, async ({ page }) => {
    await page.goto(["kinds.word", "kinds.sign"].includes(id) ? PATTERNS : GUIDE);
    const out = mkdtempSync(path.join(tmpdir(), "polyguide-kinds-"));
    for (const value of candidates) {
      const isTaken = await page.evaluate(([id, value]) => values.allows(id, value), [id, value]);
      expect([value, isTaken]).toEqual([value, isAllowed(id, value, out)]);
    }
    rmSync(out, { recursive: true });
  });
}

test("title, heading, link and picture have the values once all of them are known", async ({ page }) => {
  await page.goto(GUIDE);
  const link = page.locator("a[data-href]");
  const seen = async () => [await page.title(), await page.locator("h1").textContent(), await link.getAttribute("href"), await page.locator("img").getAttribute("alt")];
  const before = await seen();
  expect(before).toEqual(["The server RR-N-CODE.DOMAIN – Kinds", "The server RR-N-CODE.DOMAIN", null, "The server RR-N-CODE.DOMAIN"]);
  const choose = async (id, value) => {
    const field = page.locator(`[name="kinds.${id}"]`);
    await (id === "region" ? field.selectOption(value) : field.fill(value));
  };
  for (const [id, value] of [["region", "eu"], ["number", "7"], ["code", "ab1"]]) await choose(id, value);
  await expect(page.locator("h1")).toHaveText("The server eu-7-ab1.DOMAIN");
  expect((await seen())[2]).toBe(null);
  await choose("domain", "example.net");
  await page.getByRole("button", { name: "Show my values" }).click();
  const host = "eu-7-ab1.example.net";
  expect(await seen()).toEqual([`The server ${host} – Kinds`, `The server ${host}`, `https://${host}`, `The server ${host}`]);
  await page.reload();
  expect(await seen()).toEqual([`The server ${host} – Kinds`, `The server ${host}`, `https://${host}`, `The server ${host}`]);
  await page.getByRole("button", { name: "Forget my values" }).click();
  expect(await seen()).toEqual(before);
});

test("a host with several unknown values asks for the first", async ({ page }) => {
  await page.goto(GUIDE);
  await page.locator("td .host .copy").first().click();
  await expect(page.locator("[name='kinds.region']")).toBeFocused();
});

test("a page has the title with the values from its first moment on", async ({ page }) => {
  await page.goto(`${GUIDE}#kinds.region=ca&kinds.number=1&kinds.code=x&kinds.domain=example.org`, { waitUntil: "commit" });
  await expect.poll(() => page.title()).toBe("The server ca-1-x.example.org – Kinds");
});
