// What an author sees of `serve`: a saved change without a reload by hand, where it was, with what is wrong.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { GUIDE, PAGE, expect, guide, test } from "./served.js";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe-core finds. */
async function findings(page) {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { violations } = await window.axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] });
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
  });
}

const panel = (page) => page.getByRole("complementary", { name: "What is wrong" });
const toggle = (page) => panel(page).getByRole("button");
const BROKEN = guide({ before: "A [dead link](/pages/nowhere) and ![a flame](gone.png)." });

/** A page that has heard of the server. */
async function open(page, address = PAGE) {
  await page.goto(address);
  await expect(toggle(page)).toBeVisible();
}

test("a saved guide is shown, and nothing moves", async ({ page, served }) => {
  await open(page);
  await page.locator("details", { hasText: "Folded away" }).locator("summary").click();
  await page.evaluate(() => scrollTo(0, 900));
  served.write(GUIDE, guide({ behind: "Words that are new." }));
  await expect(page.getByText("Words that are new.")).toBeAttached();
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(900);
  await expect(page.getByText("Folded away")).toBeVisible();
});

test("a page that a change does not touch is not loaded again", async ({ page, served }) => {
  await open(page);
  await page.evaluate(() => (window.isSame = true));
  served.write("content/mail/lantern/guide.en-gb.md", "---\ntitle: Hang a lantern\n---\n\nOther words, and [no page](/pages/nowhere).\n");
  await expect(toggle(page)).toContainText("1 on the site");
  expect(await page.evaluate(() => window.isSame)).toBe(true);
});

test("pictures, texts, styles, templates and new files are shown", async ({ page, served }) => {
  await open(page);
  served.write(GUIDE, guide({ before: "![wax](wax.svg)" }));
  const picture = page.locator("main img");
  await expect(picture).toHaveAttribute("width", "40");
  served.write("content/mail/candle/wax.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="50" height="30"></svg>');
  await expect(picture).toHaveAttribute("width", "50");
  served.write("locales/en-gb/own.ftl", "search = Look it up\n");
  await expect(page.locator("header")).toContainText("Look it up");
  served.write("static/css/base.css", "h1 { color: rgb(1, 2, 3) }");
  await expect(page.locator("h1")).toHaveCSS("color", "rgb(1, 2, 3)");
  served.write("templates/parts/footer.html", "<footer><p>A footer of our own</p></footer>");
  await expect(page.getByText("A footer of our own")).toBeVisible();
  served.write("polyguide.yaml", "title: Other candles\nsource_locale: en-gb\nlocales: { en-gb: {}, de-de: {} }\n");
  await expect(page).toHaveTitle(/Other candles/);
  served.write("content/mail/torch/guide.en-gb.md", "---\ntitle: Carry a torch\n---\n\nText.\n");
  await expect(page.getByRole("link", { name: "Carry a torch" }).first()).toBeAttached();
  served.move("content/mail/torch", "content/mail/flame");
  await expect(page.locator("a[href='../flame/']").first()).toBeAttached();
});

test("what is wrong stands on the page, and goes when it is mended", async ({ page, served }) => {
  await open(page);
  await expect(toggle(page)).toContainText("Nothing wrong here");
  served.write(GUIDE, BROKEN);
  await expect(toggle(page)).toContainText("2 errors");
  await toggle(page).press("Enter");
  await expect(panel(page)).toContainText(`${GUIDE}:6:3`);
  await expect(panel(page).locator("mark").first()).toHaveText("[dead link](/pages/nowhere)");
  await page.reload();
  await expect(panel(page).getByRole("listitem")).toHaveCount(2);
  await toggle(page).focus();
  await page.keyboard.press("Escape");
  await expect(toggle(page)).toHaveAttribute("aria-expanded", "false");
  await expect(toggle(page)).toBeFocused();
  served.write(GUIDE, guide());
  await expect(toggle(page)).toContainText("Nothing wrong here");
});

test("half-typed text stops nothing", async ({ page, served }) => {
  await open(page);
  for (const text of ["", "---\ntit", "---\ntitle: [\n---\n> [!tabs", "/// details"]) {
    served.write(GUIDE, text);
    await expect(toggle(page)).not.toContainText("Nothing wrong here");
  }
  served.write(GUIDE, guide({ title: "Light it again" }));
  await expect(page.locator("h1")).toHaveText("Light it again");
});

test("a template with a mistake is said, and mended", async ({ page, served, troubles }) => {
  await open(page);
  served.write("templates/guide.html", "{{ page.nosuch.thing }}");
  await expect(page.locator("h1")).toHaveText("A template has a mistake");
  await expect(toggle(page)).toContainText("1 error");
  served.write("templates/guide.html", '{% extends "base.html" %}{% block main %}<h1>Mended</h1>{% endblock %}');
  await expect(page.locator("h1")).toHaveText("Mended");
  // Chromium reports the status itself as an error.
  troubles.splice(0);
});

test("all that is wrong can be looked through", async ({ page, served }) => {
  served.write(GUIDE, BROKEN);
  served.write("content/mail/lantern/guide.en-gb.md", "---\ntitle: Hang a lantern\n---\n\n### Skips\n");
  await page.goto("_polyguide/");
  // The translation of the guide lacks the link and the picture.
  await expect(page.getByRole("heading", { level: 2 })).toHaveCount(3);
  await page.getByLabel("Severity").selectOption("error");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByRole("heading", { level: 2 })).toHaveText([GUIDE]);
  await page.getByRole("link", { name: GUIDE }).click();
  await expect(page.locator("h1")).toHaveText("Light a candle");
});

test("all guides are listed with their availability", async ({ page }) => {
  await page.goto("_polyguide/guides/");
  const row = (name) => page.getByRole("row").filter({ hasText: name });
  await expect(row("Light a candle").getByRole("cell")).toHaveText(["translated", "translated", "from en-gb"]);
  await expect(row("Hang a lantern").getByRole("cell")).toHaveText(["translated", "from en-gb", "absent"]);
  await row("Light a candle").getByRole("link").nth(1).click();
  await expect(page.locator("h1")).toHaveText("Eine Kerze");
});

test("the search finds what was just written", async ({ page, served }) => {
  await open(page);
  served.write(GUIDE, guide({ before: "A word like snuffer is rare." }));
  await expect(page.getByText("snuffer")).toBeAttached();
  await page.locator(".search-link").click();
  await page.locator(".search-field").fill("snuffer");
  await expect(page.locator("dialog.search mark").first()).toHaveText("snuffer");
});

for (const width of [1280, 390, 320]) {
  for (const colorScheme of ["light", "dark"]) {
    test.describe(`${width} pixels, ${colorScheme}`, () => {
      test.use({ viewport: { width, height: 760 }, colorScheme, reducedMotion: "reduce" });

      test("overlay and lists are accessible", async ({ page, served }, info) => {
        served.write(GUIDE, BROKEN);
        await open(page);
        expect(await findings(page)).toEqual([]);
        await toggle(page).click();
        await expect(panel(page).getByRole("listitem")).toHaveCount(2);
        expect(await findings(page)).toEqual([]);
        await page.screenshot({ path: info.outputPath("overlay.png") });
        for (const list of ["_polyguide/", "_polyguide/guides/"]) {
          await page.goto(list);
          expect(await findings(page)).toEqual([]);
          expect(await page.evaluate(() => document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth)).toBeLessThanOrEqual(0);
          await page.screenshot({ path: info.outputPath(`${list.replaceAll("/", "")}.png`) });
        }
      });
    });
  }
}
