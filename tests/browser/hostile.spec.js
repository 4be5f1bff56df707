// A value enters only through its grammar, wherever it comes from: nothing else reaches the page, not even as text.
import { ANDROID, WEBMAIL, key, marks, store } from "./reader.js";
import { expect, test } from "./test.js";

const VALUES = [
  "", "0", "00", "03", "100", "-1", "+3", "3.0", "1e1", "0x3", " 3", "3 ", "3\n", "\t3", "٣", "３", "3\u200b", "\u20663\u2069", "³", "Ⅲ",
  "3.evil.example", "3/../evil", "evil.example/", "3@evil.example", "3#", "3?x=1", "3&4", "3;4", "NaN", "Infinity", "null", "true", "[3]",
  "<b>3</b>", "<img src=x onerror=alert(1)>", "\"><script>alert(1)</script>", "javascript:alert(1)", "' onclick='alert(1)", "{email-pro.server}",
  "${3}", "constructor", "__proto__", "99999999999999999999", "3".repeat(5000),
];
const FRAGMENTS = [
  "email-pro.server", "email-pro.server=", "=3", "server=3", "email-pro=3", "exchange.server=3", "EMAIL-PRO.SERVER=3", "email-pro.server%=3",
  "email-pro.server=%", "email-pro.server=%E0%A4%A", "email-pro.server==3", "email-pro.server=3=3", "__proto__=3", "constructor=3",
  "toString=3", "email-pro.server[]=3", "email-pro.server=3%26x", "?email-pro.server=3", "#email-pro.server=3", "/email-pro.server=3",
  "email-pro.server=3;email-pro.server=4", "%00email-pro.server=3", "host=evil.example", "<img src=x onerror=alert(1)>=3", "name=</title><script>alert(1)</script>",
];
const STORED = [
  "", "3", "null", "[]", "[3]", "{", "\"3\"", "{\"email-pro.server\":3}", "{\"email-pro.server\":[\"3\"]}", "{\"email-pro.server\":{\"0\":\"3\"}}",
  "{\"email-pro.server\":true}", "{\"__proto__\":{\"email-pro.server\":\"3\"}}", "{\"constructor\":\"3\"}", "{\"email-pro.server\":null}",
];

/** What a page says of a link's value that is none: a text of ours, whatever the link holds. */
const REFUSAL = "This link has a value that does not fit. It is not used.";

/** The page as a reader sees it, in words; but for that text. */
const seen = (page) => page.evaluate((refusal) => ({
  title: document.title,
  text: document.querySelector("main").innerText.replace(refusal, "").replace(/\s+/g, " "),
  addresses: [...document.querySelectorAll("a[data-href]")].map((link) => link.href),
  alts: [...document.images].map((image) => image.alt),
  elements: document.querySelectorAll("main *").length,
  bars: document.querySelectorAll(".link-bar").length,
  fields: [...document.querySelectorAll("[data-panel] input")].map((input) => input.value),
}), REFUSAL);

const inFragment = (value) => `email-pro.server=${encodeURIComponent(value)}`;
const inStorage = (value) => JSON.stringify({ "email-pro.server": value });
const setFragment = (page, fragment) => page.evaluate((fragment) => (location.hash = `#${fragment}`), fragment);
const setStored = (page, text) => page.evaluate(([key, text]) => localStorage.setItem(key, text), [key(page), text]);
const comeBack = (page) => page.evaluate(() => void dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
/** Waits until the page has heard of its new address. */
const heard = (page) => page.evaluate(() => new Promise((done) => setTimeout(done)));

for (const path of [ANDROID, WEBMAIL]) {
  test(`no fragment brings anything but a value into ${path} while it is open`, async ({ page }) => {
    await page.goto(path);
    const before = await seen(page);
    for (const fragment of [...VALUES.map(inFragment), ...FRAGMENTS]) {
      await setFragment(page, fragment);
      await heard(page);
      expect(await seen(page), fragment).toEqual(before);
    }
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await setFragment(page, inFragment("3"));
    await expect.poll(() => marks(page)).toEqual(["3"]);
  });

  test(`no stored text brings anything but a value into ${path} while it is open`, async ({ page }) => {
    await page.goto(path);
    const before = await seen(page);
    for (const text of [...VALUES.map(inStorage), ...STORED]) {
      await setStored(page, text);
      await comeBack(page);
      expect(await seen(page), text).toEqual(before);
    }
    await setStored(page, inStorage("3"));
    await comeBack(page);
    expect(await marks(page)).toEqual(["3"]);
  });
}

test("no fragment brings anything but a value into a page that opens", async ({ page }) => {
  await page.goto(ANDROID);
  const before = await seen(page);
  for (const fragment of FRAGMENTS) {
    await setFragment(page, fragment);
    await page.reload();
    expect(await seen(page), fragment).toEqual(before);
  }
});

test("no stored text brings anything but a value into a page that opens", async ({ page }) => {
  await page.goto(ANDROID);
  const before = await seen(page);
  for (const text of [...STORED, ...VALUES.filter((value) => /[<:{.]/.test(value)).map(inStorage)]) {
    await setStored(page, text);
    await page.reload();
    expect(await seen(page), text).toEqual(before);
  }
});

test("an event of storage brings in nothing but a value", async ({ page, context }) => {
  await page.goto(ANDROID);
  const other = await context.newPage();
  for (const value of VALUES) await store(other, { "email-pro.server": value });
  await store(other, { "email-pro.server": "4" });
  await expect.poll(() => marks(page)).toEqual(["4"]);
});

test("a value beside hostile ones is the only thing that counts", async ({ page }) => {
  await page.goto(`${ANDROID}#<img src=x onerror=alert(1)>&email-pro.server=3&exchange.server=<b>&evil=1`);
  await expect.poll(() => marks(page)).toEqual(["3"]);
  await expect(page.locator(".link-bar p")).toHaveText("This page shows values from a link: pro3.mail.ovh.net");
});

test("no picture's address is a link that runs a program", async ({ page }) => {
  await page.goto("sites/hostile/en-gb/pictures/");
  for (const name of ["One", "Two", "Three", "Four"]) await expect(page.getByText(name, { exact: true })).toBeVisible();
  const schemes = await page.evaluate(() => [...document.querySelectorAll("a[href]")].map((link) => new URL(link.href).protocol));
  expect(schemes.filter((scheme) => !/^https?:$/.test(scheme))).toEqual([]);
});
