import { COMFORT } from "./reading.js";
import { expect, test } from "./test.js";

test.use({ javaScriptEnabled: false });

const KINDS = [COMFORT, "en-gb/mail/email-pro/android/", "en-gb/mail/", "en-gb/", "", "sites/reading/ar/404.html", "sites/reading/de-de/again/"];

test("alternatives stand one after the other, each with its label", async ({ page }) => {
  await page.goto(COMFORT);
  for (const text of ["Text for Windows.", "Text for macOS.", "Text for Linux."]) await expect(page.getByText(text)).toBeVisible();
  for (const label of await page.locator(".tab-label").all()) await expect(label).toBeVisible();
});

for (const address of KINDS) {
  test(`no control that does nothing shows on “${address}”`, async ({ page }) => {
    await page.goto(address);
    for (const control of await page.locator("button, input, select, [role=tab]").all()) await expect(control).toBeHidden();
  });
}

test("menu, contents and languages open without scripts", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto("en-gb/mail/email-pro/android/");
  for (const [summary, link] of [["Menu", "Email Pro on iPhone and iPad"], ["On this page", "Objective"], ["Language: English", "Deutsch"]]) {
    await page.locator("summary", { hasText: summary }).click();
    await expect(page.getByRole("link", { name: link }).first()).toBeVisible();
  }
});

test("a picture is a link to itself", async ({ page }) => {
  await page.goto(COMFORT);
  await expect(page.getByRole("link", { name: "A window with two panes" })).toHaveAttribute("href", /window\.svg$/);
});
