// What comes out on paper. The layout for print is asked for what it shows; that a browser can make a PDF of it is tried, too.
import { COMFORT } from "./reading.js";
import { expect, test } from "./test.js";

/** A page as it is laid out when the reader prints it. */
async function printed(page, address) {
  await page.goto(address);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
}

test("all alternatives, folds and steps are on paper, each below its label", async ({ page }) => {
  await printed(page, COMFORT);
  for (const text of ["Text for Windows.", "Text for macOS.", "Text for Linux.", "Folded text.", "Even deeper.", "Yes.", "Type the address."]) {
    await expect(page.getByText(text)).toBeVisible();
  }
  for (const label of ["Windows", "macOS", "Linux"]) await expect(page.locator(".tab-label", { hasText: label }).first()).toBeVisible();
});

test("folds are closed again when the page has been printed", async ({ page }) => {
  await printed(page, COMFORT);
  await page.emulateMedia({ media: "screen" });
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await expect(page.getByText("Folded text.")).toBeHidden();
});

test("no control is on paper", async ({ page }) => {
  await printed(page, COMFORT);
  for (const control of await page.locator("button, select, input, nav, .heading-link").all()) await expect(control).toBeHidden();
});

test("a link says where it leads, in full", async ({ page, baseURL }) => {
  await printed(page, COMFORT);
  const after = (name) => page.getByRole("link", { name }).evaluate((link) => getComputedStyle(link, "::after").content);
  expect(await after("other guide")).toBe(`" (${new URL("sites/reading/en-gb/again/", baseURL)})"`);
  expect(await after("far place")).toBe('" (https://example.org/far?x=1)"');
  expect(await after("folded away")).toBe("none");
});

test("paper is white, whatever the screen is", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto(COMFORT);
  await page.getByRole("combobox", { name: "Colours" }).selectOption("Dark");
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("body")).toHaveCSS("background-color", "rgb(255, 255, 255)");
});

test("a browser makes a PDF of a guide", async ({ page }) => {
  await page.goto(COMFORT);
  const pdf = await page.pdf({ format: "A4", tagged: true });
  expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
});
