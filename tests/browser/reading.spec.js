import { AGAIN, COMFORT, shifted, watchShifts } from "./reading.js";
import { expect, test } from "./test.js";

const GUIDE = "en-gb/mail/email-pro/android/";
const colours = (page) => page.getByRole("combobox", { name: "Colours" });
const ground = (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const languages = (page) => page.locator("[data-languages] summary");

test.describe("colours", () => {
  test("dark holds at once and on other pages, before the page's scripts run", async ({ page, troubles }) => {
    await page.goto(COMFORT);
    const light = await ground(page);
    await colours(page).selectOption("Dark");
    const dark = await ground(page);
    expect(dark).not.toBe(light);
    await page.route("**/page-*.js", (route) => route.abort());
    await page.goto(AGAIN);
    expect(await ground(page)).toBe(dark);
    troubles.splice(0);
  });

  test("automatic follows the system again", async ({ page }) => {
    await page.emulateMedia({ colorScheme: "dark" });
    await page.goto(COMFORT);
    const dark = await ground(page);
    await colours(page).selectOption("Light");
    expect(await ground(page)).not.toBe(dark);
    await colours(page).selectOption("Automatic");
    expect(await ground(page)).toBe(dark);
    await page.reload();
    expect(await ground(page)).toBe(dark);
    await expect(colours(page)).toHaveValue("");
  });

  test("a stored choice that is none is left aside", async ({ page }) => {
    await page.goto(COMFORT);
    await colours(page).selectOption("Dark");
    await page.evaluate(() => Object.keys(localStorage).forEach((key) => localStorage.setItem(key, '"><script>')));
    await page.reload();
    await expect(page.locator("html")).not.toHaveAttribute("data-theme");
    await expect(colours(page)).toHaveValue("");
  });
});

test.describe("the language menu", () => {
  // At once: a reader has stopped scrolling when they open a menu.
  const scrollTo = (heading) => heading.evaluate((element) => element.scrollIntoView({ behavior: "instant" }));

  test("leads to the same section, by an id that both languages know", async ({ page }) => {
    await page.goto(GUIDE);
    await scrollTo(page.locator("#the-settings-at-a-glance"));
    await languages(page).click();
    await page.getByRole("link", { name: "Deutsch" }).click();
    await expect(page).toHaveURL(/de-de\/.*#the-settings-at-a-glance$/);
    await expect(page.getByRole("heading", { name: "Die Einstellungen auf einen Blick" })).toBeInViewport();
  });

  test("leads on from a translation to a third language", async ({ page }) => {
    await page.goto("de-de/mail/email-pro/android/");
    await scrollTo(page.getByRole("heading", { name: "Die Adresse hinzufügen" }));
    await languages(page).click();
    await page.getByRole("link", { name: "Français" }).click();
    await expect(page).toHaveURL(/fr-fr\/.*#add-the-address$/);
    await expect(page.locator("h3:has(#add-the-address)")).toBeInViewport();
  });

  test("knows the section before it is clicked, for links that are opened in another tab", async ({ page }) => {
    await page.goto(GUIDE);
    await languages(page).click();
    await scrollTo(page.locator("#the-settings-at-a-glance"));
    await page.getByRole("link", { name: "Deutsch" }).hover();
    await expect(page.getByRole("link", { name: "Deutsch" })).toHaveAttribute("href", /#the-settings-at-a-glance$/);
  });

  test("leads to the top from the top", async ({ page }) => {
    // So high that the first section begins in its upper part.
    await page.setViewportSize({ width: 1280, height: 2000 });
    await page.goto(COMFORT);
    await languages(page).click();
    await page.getByRole("link", { name: "Deutsch" }).hover();
    await expect(page.getByRole("link", { name: "Deutsch" })).not.toHaveAttribute("href", /#./);
  });

  test("can be reached by keyboard without the page being scrolled", async ({ page }) => {
    await page.goto(GUIDE);
    await scrollTo(page.locator("#the-settings-at-a-glance"));
    const before = await page.evaluate(() => scrollY);
    await languages(page).focus();
    // The browser would bring it into sight by the next frame, smoothly or at once.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    expect(await page.evaluate(() => scrollY)).toBe(before);
  });

  test("closes by Escape, which gives the focus back, and by a click beside it", async ({ page }) => {
    await page.goto(GUIDE);
    const deutsch = page.getByRole("link", { name: "Deutsch" });
    await languages(page).focus();
    await page.keyboard.press("Enter");
    await deutsch.focus();
    await page.keyboard.press("Escape");
    await expect(deutsch).toBeHidden();
    await expect(languages(page)).toBeFocused();
    await page.keyboard.press("Enter");
    await page.locator("h1").click();
    await expect(deutsch).toBeHidden();
  });
});

test.describe("the menu on a phone", () => {
  test.use({ viewport: { width: 390, height: 800 } });
  const drawer = (page) => page.getByRole("dialog", { name: "Menu" });
  const open = (page) => page.locator(".sidebar summary").click();

  test("is a drawer with the guides of the section, and goes back into the page", async ({ page }) => {
    await page.goto(GUIDE);
    await open(page);
    await expect(drawer(page).getByRole("link", { name: "Email Pro on iPhone and iPad" })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(drawer(page)).toBeHidden();
    await expect(page.locator(".sidebar summary")).toBeFocused();
    await expect(page.locator(".sidebar nav")).toHaveCount(1);
  });

  test("holds the focus, and the page behind it does not scroll", async ({ page }) => {
    await page.goto(GUIDE);
    await open(page);
    for (let press = 0; press < 20; press += 1) {
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement === document.body || !!document.activeElement.closest("dialog"))).toBe(true);
    }
    await page.mouse.move(380, 400);
    await page.mouse.wheel(0, 600);
    await page.keyboard.press("Escape");
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });

  test("gives way to the menu at the side when the window grows", async ({ page }) => {
    await page.goto(GUIDE);
    await open(page);
    await page.setViewportSize({ width: 1280, height: 800 });
    await expect(drawer(page)).toBeHidden();
    await expect(page.locator(".sidebar").getByRole("link", { name: "Email Pro on iPhone and iPad" })).toBeVisible();
  });
});

test.describe("steps", () => {
  const box = (page, number) => page.getByRole("checkbox", { name: `Done: Step ${number}` });

  test("can be marked as done, by keyboard, and stay so while the window is open", async ({ page, context }) => {
    await page.goto(COMFORT);
    await box(page, 2).focus();
    await page.keyboard.press("Space");
    await page.reload();
    await expect(box(page, 2)).toBeChecked();
    await expect(box(page, 1)).not.toBeChecked();
    const later = await context.newPage();
    await later.goto(COMFORT);
    await expect(box(later, 2)).not.toBeChecked();
  });

  test("are all in sight and bear their numbers", async ({ page }) => {
    await page.goto(COMFORT);
    await expect(page.locator(".step")).toHaveCount(3);
    for (const step of await page.locator(".step").all()) await expect(step).toBeVisible();
    expect(await page.locator(".step").nth(1).evaluate((step) => getComputedStyle(step, "::before").content)).toContain("counter(step)");
  });
});

for (const [name, size] of Object.entries({ phone: { width: 390, height: 800 }, desktop: { width: 1280, height: 800 } })) {
  test(`on a ${name} nothing moves while scripts make a guide comfortable`, async ({ page }) => {
    await page.setViewportSize(size);
    await watchShifts(page);
    await page.goto(`${GUIDE}#the-settings-at-a-glance`);
    await expect(page.locator(".heading-link").first()).toBeAttached();
    await page.goto(COMFORT);
    await expect(page.locator(".heading-link").first()).toBeAttached();
    expect(await shifted(page)).toEqual([]);
  });
}

test("who wants less motion gets none", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto(COMFORT);
  await page.getByRole("link", { name: "A window with two panes" }).click();
  await expect(page.getByRole("dialog")).toHaveCSS("animation-name", "none");
  await expect(page.locator("html")).toHaveCSS("scroll-behavior", "auto");
});

test("where the system chooses the colours, what is chosen and what was found can be told apart", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active", colorScheme: "dark" });
  await page.goto(COMFORT);
  const ground = (part) => part.evaluate((element) => getComputedStyle(element).backgroundColor);
  const [chosen, other] = [true, false].map((selected) => page.getByRole("tab", { selected }).first());
  expect(await ground(chosen)).not.toBe(await ground(other));
  expect(await ground(page.locator(".navigation a[aria-current]").first())).toBe(await ground(chosen));
  await expect(page.locator(".theme")).toHaveCSS("font-size", "0px");
  await page.goto(GUIDE);
  await page.locator(".search-link").click();
  await page.locator(".search-field").fill("IMAP");
  const mark = page.locator("dialog.search mark").first();
  await expect(mark).toBeVisible();
  expect(await ground(mark)).not.toBe("rgba(0, 0, 0, 0)");
});
