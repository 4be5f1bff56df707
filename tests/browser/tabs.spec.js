import { AGAIN, COMFORT, shifted, tab, watchShifts } from "./reading.js";
import { expect, test } from "./test.js";

const ARABIC = "sites/reading/ar/comfort/";

test("alternatives are tabs, of which one shows", async ({ page }) => {
  await page.goto(COMFORT);
  await expect(page.getByRole("tablist").first().getByRole("tab")).toHaveText(["Windows", "macOS", "Linux"]);
  await expect(tab(page, "Windows")).toHaveAttribute("aria-selected", "true");
  await expect(page.getByRole("tabpanel", { name: "Windows" }).first()).toContainText("Text for Windows.");
  await expect(page.getByText("Text for macOS.")).toBeHidden();
  await expect(tab(page, "macOS")).toHaveAttribute("aria-controls", "tab_1_2_panel");
});

test("a click shows a tab in all groups that have it, and in no other", async ({ page }) => {
  await page.goto(COMFORT);
  await tab(page, "macOS").click();
  await expect(page.getByText("Text for macOS.")).toBeVisible();
  await expect(page.getByText("Also for macOS,")).toBeVisible();
  await expect(page.getByText("Also for Windows.")).toBeHidden();
  await expect(tab(page, "IMAP", 2)).toHaveAttribute("aria-selected", "true");
});

test("the chosen tab stays under the pointer while tabs above it change", async ({ page }) => {
  await page.goto(COMFORT);
  const chosen = tab(page, "macOS", 1);
  await chosen.scrollIntoViewIfNeeded();
  const before = (await chosen.boundingBox()).y;
  await chosen.click();
  expect(Math.abs((await chosen.boundingBox()).y - before)).toBeLessThan(2);
});

test("the choice is remembered on other pages", async ({ page }) => {
  await page.goto(COMFORT);
  await tab(page, "Linux").click();
  await page.goto(AGAIN);
  await expect(page.getByText("Once more for Linux.")).toBeVisible();
  await expect(page.getByText("Once more for Windows.")).toBeHidden();
});

test("two sites of one host do not share choices", async ({ page, baseURL }) => {
  await page.goto(COMFORT);
  await tab(page, "Linux").click();
  const keys = await page.evaluate(() => Object.keys(localStorage));
  expect(keys).toEqual([`polyguide:${new URL(baseURL).pathname}sites/reading/:tabs`]);
});

for (const [name, kept] of Object.entries({ markup: "<b>x</b>", "another kind of list": '[{"a":1},null,7]', "no list": '{"length":3}' })) {
  test(`a stored choice that is ${name} does no harm`, async ({ page }) => {
    await page.goto(COMFORT);
    await tab(page, "Linux").click();
    await page.evaluate((text) => Object.keys(localStorage).forEach((key) => localStorage.setItem(key, text)), kept);
    await page.reload();
    await expect(page.getByText("Text for Windows.")).toBeVisible();
  });
}

test("tabs work where the browser keeps nothing", async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ["localStorage", "sessionStorage"]) {
      Object.defineProperty(window, name, { get: () => { throw new DOMException("blocked", "SecurityError"); } });
    }
  });
  await page.goto(COMFORT);
  await tab(page, "Linux").click();
  await expect(page.getByText("Text for Linux.")).toBeVisible();
});

test("keys lead from tab to tab, and only the chosen one is a stop", async ({ page }) => {
  await page.goto(COMFORT);
  await tab(page, "Windows").focus();
  for (const [key, label] of [["ArrowRight", "macOS"], ["End", "Linux"], ["ArrowRight", "Windows"], ["ArrowLeft", "Linux"], ["Home", "Windows"]]) {
    await page.keyboard.press(key);
    await expect(tab(page, label)).toBeFocused();
    await expect(tab(page, label)).toHaveAttribute("aria-selected", "true");
  }
  await page.keyboard.press("Tab");
  await expect(page.getByRole("tabpanel").first()).toBeFocused();
});

test("where text runs from right to left, so do the arrow keys", async ({ page }) => {
  await page.goto(ARABIC);
  await tab(page, "Windows").focus();
  await page.keyboard.press("ArrowLeft");
  await expect(tab(page, "macOS")).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(tab(page, "Windows")).toBeFocused();
});

test("the browser's search finds what is in hidden tabs", async ({ page }) => {
  await page.goto(COMFORT);
  const hidden = page.locator("#tab_1_2_panel");
  await expect(hidden).toHaveAttribute("hidden", "until-found");
  // It looks only into what is laid out.
  await expect(hidden).toHaveCSS("display", "block");
  // The event that the browser sends before it goes to what it found.
  await hidden.dispatchEvent("beforematch", { bubbles: true });
  await expect(tab(page, "macOS")).toHaveAttribute("aria-selected", "true");
  await expect(page.getByText("Text for Windows.")).toBeHidden();
});

for (const choice of ["Windows", "macOS"]) {
  test(`nothing moves while a page loads bit by bit with ${choice} remembered`, async ({ page }) => {
    await page.goto(COMFORT);
    await tab(page, choice).click();
    await watchShifts(page);
    await page.route("**/*.js", async (route) => {
      // The deferred script comes long after the first paint.
      if (route.request().url().includes("/page-")) await page.waitForFunction(() => performance.getEntriesByName("first-paint").length > 0);
      await route.continue();
    });
    await page.goto(AGAIN, { waitUntil: "load" });
    await expect(page.getByText(`Once more for ${choice}.`)).toBeVisible();
    expect(await shifted(page)).toEqual([]);
  });
}
