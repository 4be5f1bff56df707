import { expect, test } from "./test.js";

test("a guide opens without trouble", async ({ page }) => {
  await page.goto("en-gb/mail/email-pro/android/");
  await expect(page.locator("h1")).toHaveCount(1);
  await expect(page.locator("html")).toHaveClass(/js/);
});

test("an unknown address shows the page of its language", async ({ page, troubles }) => {
  await page.goto("de-de/nichts/");
  await expect(page.locator("html")).toHaveAttribute("lang", "de-DE");
  // Chromium reports the status itself as an error.
  troubles.splice(0);
});
