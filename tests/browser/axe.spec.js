// axe-core finds nothing on any kind of page (WCAG 2.2 A and AA), and nothing but tables and code scrolls sideways on a small screen.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { COMFORT, tab } from "./reading.js";
import { expect, test } from "./test.js";

// Run in the page by the browser's debugger, which the Content-Security-Policy does not bind.
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

const PAGES = {
  "a guide": "en-gb/mail/email-pro/android/",
  "a guide with all blocks": COMFORT,
  "a guide in Arabic": "ar/mail/email-pro/android/",
  "a guide with all blocks in Arabic": "sites/reading/ar/comfort/",
  "a guide that is not translated": "sites/reading/ar/again/",
  "a section": "en-gb/mail/email-pro/",
  "a section in Arabic": "ar/mail/",
  "a home page": "en-gb/",
  "a home page in Arabic": "ar/",
  "the choice of languages": "",
  "the page for unknown addresses": "en-gb/404.html",
  "the page for unknown addresses in Arabic": "ar/404.html",
};

/** What axe-core finds, as `rule: element`. */
async function findings(page) {
  await page.evaluate(AXE);
  return page.evaluate(async (tags) => {
    const { violations } = await window.axe.run({ runOnly: tags });
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 120)} ${node.failureSummary}`));
  }, TAGS);
}

/** How far a page scrolls sideways. */
const overflow = (page) => page.evaluate(() => document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth);

/** Opens what is folded, so that it is looked at, too. */
const unfold = (page) => page.evaluate(() => document.querySelectorAll(".prose details").forEach((fold) => (fold.open = true)));

for (const width of [1280, 320]) {
  for (const colorScheme of ["light", "dark"]) {
    test.describe(`${width} pixels, ${colorScheme}`, () => {
      test.use({ viewport: { width, height: 700 }, colorScheme, reducedMotion: "reduce" });
      for (const [name, address] of Object.entries(PAGES)) {
        test(`${name} is accessible`, async ({ page }) => {
          await page.goto(address);
          await unfold(page);
          expect(await findings(page)).toEqual([]);
          if (width === 320) expect(await overflow(page)).toBe(0);
        });
      }

      test("an open picture is accessible", async ({ page }) => {
        await page.goto(COMFORT);
        await page.getByRole("link", { name: "A window with two panes" }).click();
        await expect(page.getByRole("dialog")).toBeVisible();
        expect(await findings(page)).toEqual([]);
      });

      for (const locale of ["en-gb", "ar"]) {
        test(`the open search of ${locale} is accessible`, async ({ page }) => {
          await page.goto(`${locale}/mail/email-pro/android/`);
          await page.locator(".search-link").click();
          await page.locator(".search-field").fill("IMAP");
          await expect(page.locator("dialog.search mark").first()).toBeVisible();
          expect(await findings(page)).toEqual([]);
          if (width === 320) expect(await overflow(page)).toBeLessThanOrEqual(0);
        });
      }

      test("chosen tabs, done steps and open languages are accessible", async ({ page }) => {
        await page.goto(COMFORT);
        await tab(page, "macOS").click();
        await page.getByRole("checkbox").first().check();
        await page.locator("[data-languages] summary").click();
        expect(await findings(page)).toEqual([]);
        if (width === 320) expect(await overflow(page)).toBe(0);
      });

      if (width === 320) {
        for (const address of ["en-gb/mail/email-pro/android/", "ar/mail/email-pro/android/"]) {
          test(`the open menu of ${address} is accessible`, async ({ page }) => {
            await page.goto(address);
            await page.locator(".sidebar summary").click();
            await expect(page.getByRole("dialog")).toBeVisible();
            expect(await findings(page)).toEqual([]);
            expect(await overflow(page)).toBeLessThanOrEqual(0);
          });
        }
      }
    });
  }
}
