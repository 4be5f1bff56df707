// Small screens and large letters: what is not content makes room, and nothing is cut off that a reader needs whole.
import { expect, test } from "./test.js";

/** How far a page scrolls sideways. */
const overflow = (page) => page.evaluate(() => document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth);

/** What is wider inside than outside. */
const cut = (parts) => parts.evaluateAll((all) => all.filter((part) => part.scrollWidth > part.clientWidth).map((part) => part.textContent));

// Letters twice as large leave a phone this room.
for (const address of ["en-gb/", "pt-pt/mail/email-pro/android/", "ar/mail/email-pro/android/"]) {
  test(`with letters twice as large a phone shows the head of “${address}” whole`, async ({ page }) => {
    await page.setViewportSize({ width: 195, height: 422 });
    await page.goto(address);
    await page.locator("[data-languages] summary").click();
    expect(await overflow(page)).toBe(0);
    const title = await page.locator(".site-title").boundingBox();
    expect(title.height).toBeLessThan(40);
    for (const part of [page.locator(".languages-list"), page.locator(".search-link")]) {
      const { x, width } = await part.boundingBox();
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(195);
    }
  });
}

for (const width of [320, 360, 390]) {
  test(`a name of a language of one word is whole at ${width} pixels, and the head has one row`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const locale of ["pt-pt", "fr-fr", "de-de", "ar"]) {
      await page.goto(`${locale}/`);
      expect(await cut(page.locator(".languages-name"))).toEqual([]);
      expect((await page.locator(".site-header").boundingBox()).height).toBeLessThan(60);
    }
  });
}

for (const [width, address] of [[1280, "de-de/mail/email-pro/thunderbird/"], [390, "de-de/mail/email-pro/android/"], [390, "ar/mail/email-pro/android/"], [360, "pl-pl/mail/email-pro/thunderbird/"], [320, "en-gb/mail/email-pro/ios/"]]) {
  test(`the tables of settings of “${address}” are whole at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(address);
    await expect(page.locator(".table .copy").first()).toBeVisible();
    expect(await cut(page.locator(".table"))).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await expect(page.locator("table[data-settings]").first().getByRole("columnheader")).toHaveCount(4);
    await expect(page.locator("table[data-settings]").first().getByRole("cell", { name: /mail\.ovh\.net/ }).first()).toBeVisible();
  });
}

test("a step beside its picture has room for its text, whatever stands beside both", async ({ page }) => {
  for (const width of [1440, 1100, 800]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto("en-gb/mail/email-pro/webmail/");
    const { width: room } = await page.locator(".step-text").first().boundingBox();
    expect(room, `${width}`).toBeGreaterThan(240);
  }
});
