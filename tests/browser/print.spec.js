// What comes out on paper: the layout for print is asked for what it shows, and a PDF for its text.
import { extractText } from "unpdf";
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

test("no room is left on paper for buttons, in either direction", async ({ page }) => {
  for (const locale of ["en-gb", "ar"]) {
    await printed(page, `${locale}/mail/email-pro/android/`);
    for (const host of await page.locator(".prose .host").all()) await expect(host).toHaveCSS("padding", "0px");
    await page.emulateMedia({ media: "screen" });
  }
});

test("a link says where it leads, in full", async ({ page, baseURL }) => {
  await printed(page, COMFORT);
  const after = (name) => page.getByRole("link", { name }).evaluate((link) => getComputedStyle(link, "::after").content);
  expect(await after("other guide")).toBe(`" \u2066(${new URL("sites/reading/en-gb/again/", baseURL)})\u2069"`);
  expect(await after("far place")).toBe('" \u2066(https://example.org/far?x=1)\u2069"');
  expect(await after("folded away")).toBe("none");
});

test("a link whose text is its address says it once", async ({ page }) => {
  await printed(page, "en-gb/mail/email-pro/webmail/#email-pro.server=3");
  const link = page.getByRole("link", { name: "https://pro3.mail.ovh.net" }).first();
  await expect(link).toHaveAttribute("href", "https://pro3.mail.ovh.net");
  expect(await link.evaluate((link) => getComputedStyle(link, "::after").content)).toBe("none");
});

test("paper is white, whatever the screen is", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto(COMFORT);
  await page.getByRole("combobox", { name: "Colours" }).selectOption("Dark");
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("body")).toHaveCSS("background-color", "rgb(255, 255, 255)");
});

/** The text of a PDF without white space, which readers of PDFs guess. */
const textOf = async (pdf) => (await extractText(new Uint8Array(pdf), { mergePages: true })).text.replaceAll(/\s/g, "");

test("the PDF of a guide holds the reader's host, and no mark", async ({ page }) => {
  await page.goto("en-gb/mail/email-pro/android/");
  expect(await textOf(await page.pdf({ format: "A4" }))).toContain("pro?.mail.ovh.net");
  await page.getByRole("textbox", { name: "Your server number" }).fill("7");
  await page.getByRole("textbox", { name: "Your server number" }).press("Enter");
  const text = await textOf(await page.pdf({ format: "A4" }));
  expect(text).toContain("pro7.mail.ovh.net");
  expect(text).not.toContain("pro?");
  expect(text).toContain("993");
});

/** The texts of the sheets of a page's PDF. */
const sheetsOf = async (page) => (await extractText(new Uint8Array(await page.pdf({ format: "A4" })))).text;

test("no sheet but the last is left nearly empty", async ({ page }) => {
  await page.goto("en-gb/mail/email-pro/outlook/");
  for (const sheet of (await sheetsOf(page)).slice(0, -1)) expect(sheet.length).toBeGreaterThan(300);
});

test("what closes the guide does not stand alone, wherever the sheet ends", async ({ page }) => {
  await page.goto("en-gb/mail/email-pro/outlook/");
  const head = page.locator(".page-head");
  for (const room of [0, 120, 240, 360, 480, 600, 720, 840]) {
    await head.evaluate((head, room) => (head.style.marginBlockEnd = `${room}px`), room);
    expect((await sheetsOf(page)).at(-1)).toMatch(/\w[^]*Last updated[^]*https?:/);
  }
});
