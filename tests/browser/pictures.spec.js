import { COMFORT } from "./reading.js";
import { expect, test } from "./test.js";

const NAME = "A window with two panes";
const link = (page) => page.getByRole("link", { name: NAME });
const dialog = (page) => page.getByRole("dialog", { name: NAME });

test.beforeEach(({ page }) => page.goto(COMFORT));

test("a picture opens large by keyboard; Escape closes it and the focus returns", async ({ page }) => {
  await link(page).focus();
  await page.keyboard.press("Enter");
  const small = await link(page).locator("img").boundingBox();
  const large = await dialog(page).locator("img").boundingBox();
  expect(large.width).toBeGreaterThan(small.width);
  await expect(dialog(page).locator("figcaption")).toHaveText(NAME);
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toBeHidden();
  await expect(link(page)).toBeFocused();
});

test("its button and a click beside it close a picture", async ({ page }) => {
  await link(page).click();
  await dialog(page).getByRole("button", { name: "Close" }).click();
  await expect(dialog(page)).toBeHidden();
  await link(page).click();
  await page.mouse.click(5, 795);
  await expect(dialog(page)).toBeHidden();
});

test("the page behind a picture does not scroll, and is where it was", async ({ page }) => {
  await link(page).click();
  const before = await page.evaluate(() => scrollY);
  await page.mouse.wheel(0, 500);
  await page.keyboard.press("PageDown");
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toBeHidden();
  expect(await page.evaluate(() => scrollY)).toBe(before);
});

test("with Ctrl a picture opens in a tab of its own, as any link", async ({ page, context, troubles }) => {
  const [opened] = await Promise.all([context.waitForEvent("page"), link(page).click({ modifiers: ["Control"] })]);
  expect(opened.url()).toContain("window.svg");
  await expect(dialog(page)).toBeHidden();
  // A tab without a page asks the host for an icon.
  troubles.splice(0);
});

test("a picture that its author made a link leads there", async ({ page, context, troubles }) => {
  await context.route("https://example.org/**", (route) => route.fulfill({ body: "elsewhere" }));
  await page.getByRole("link", { name: "A window that leads elsewhere" }).click();
  await expect(page).toHaveURL("https://example.org/window");
  troubles.splice(0);
});

test("pinching is not hindered", async ({ page }) => {
  await link(page).click();
  expect(await dialog(page).locator("img").evaluate((image) => getComputedStyle(image).touchAction)).toBe("auto");
  await expect(page.locator("meta[name=viewport]")).not.toHaveAttribute("content", /user-scalable|maximum-scale/);
});

test("a film is a card that links to it; nothing of it is loaded", async ({ page }) => {
  // A request to another host would fail this test by itself.
  await expect(page.getByRole("link", { name: "Setting up an app" })).toHaveAttribute("href", "https://www.youtube.com/watch?v=abc");
  await expect(page.locator("iframe")).toHaveCount(0);
});
