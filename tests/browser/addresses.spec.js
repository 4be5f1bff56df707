// An address reads from left to right, letter by letter, whatever runs around it from right to left.
import { expect, test } from "./test.js";

const PAGE = "sites/reading/ar/addresses/";

/** Each address of the page's text with its letters as they stand on the screen, from the left. */
const addresses = (page) =>
  page.evaluate(() => {
    const letters = [];
    const walker = document.createTreeWalker(document.querySelector(".prose"), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      [...node.data].forEach((letter, at) => {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        letters.push({ letter, block: node.parentElement.closest("p, td"), box: range.getBoundingClientRect() });
      });
    }
    const found = [];
    let word = [];
    for (const one of [...letters, { letter: " " }]) {
      if (word.length && (!/[!-~]/.test(one.letter) || one.block !== word[0].block)) {
        found.push(word.splice(0));
      }
      if (/[!-~]/.test(one.letter)) word.push(one);
    }
    return found
      // What belongs to the sentence stands where the sentence goes on.
      .map((word) => word.filter(({ letter }, at) => !"()".includes(letter) && (letter !== "." || at < word.length - 1)))
      .filter((word) => word.length > 3)
      .map((word) => ({
        written: word.map(({ letter }) => letter).join(""),
        shown: [...word].sort((one, other) => (Math.abs(one.box.top - other.box.top) > 8 ? one.box.top - other.box.top : one.box.left - other.box.left)).map(({ letter }) => letter).join(""),
      }));
  });

for (const value of ["", "#email-pro.server=3"]) {
  test(`addresses in Arabic read from left to right${value && ", with a value"}`, async ({ page }) => {
    await page.goto(PAGE + value);
    const found = await addresses(page);
    expect(found.length).toBe(12);
    for (const { written, shown } of found) expect(shown).toBe(written);
  });
}

test("an address is copied as a whole, a host with a port by itself", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(`${PAGE}#email-pro.server=3`);
  for (const [name, text] of [["/owa/", "https://pro3.mail.ovh.net/owa/"], [":993", "pro3.mail.ovh.net"]]) {
    await page.locator(".prose p .address", { hasText: name }).locator(".copy").click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(text);
  }
  await page.locator(".prose code .copy").click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe("https://pro3.mail.ovh.net/");
});

test("addresses fit into a narrow window", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(`${PAGE}#email-pro.server=3`);
  const room = await page.locator(".prose").boundingBox();
  for (const address of await page.locator(".prose p :is(.host, .address)").all()) {
    const box = await address.boundingBox();
    expect(box.x).toBeGreaterThanOrEqual(room.x - 1);
    expect(box.x + box.width).toBeLessThanOrEqual(room.x + room.width + 1);
  }
});
