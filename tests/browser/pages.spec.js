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

test("the page for unknown addresses is whole at any depth, and leads home", async ({ page, baseURL, troubles }) => {
  const broken = [];
  page.on("response", (response) => response.status() >= 400 && response.request().resourceType() !== "document" && broken.push(response.url()));
  for (const address of ["ar/a/b/c/", "ar/a", "ar/a/b.html"]) {
    await page.goto(address);
    await expect(page.locator(".site-header")).toHaveCSS("position", "sticky");
    await expect(page.locator("html")).toHaveClass(/js/);
    for (const link of [page.locator(".button").first(), page.locator(".site-title")]) {
      expect(await link.evaluate(({ href }) => href)).toBe(new URL("ar/", baseURL).href);
    }
    await expect(page.locator("main .language-list a", { hasText: "Deutsch" })).toHaveJSProperty("href", new URL("de-de/", baseURL).href);
  }
  await page.locator(".search-link").click();
  await page.locator(".search-field").fill("بريد");
  await expect(page.locator(".search-link-page").first()).toHaveAttribute("href", new RegExp(`^${baseURL}ar/`));
  await page.locator(".search-link-page").first().click();
  await expect(page.locator("h1")).toBeVisible();
  expect(broken).toEqual([]);
  // Chromium reports the status itself as an error.
  troubles.splice(0);
});
