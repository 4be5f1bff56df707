import { COMFORT, tab } from "./reading.js";
import { expect, test } from "./test.js";

/** The heading of a place is on the screen, and all that it stands in is open. */
const expectOpen = async (page, id) => expect(page.locator(`#${id}`)).toBeInViewport();

for (const [id, where] of [["inside-the-tab", "tab"], ["inside-the-fold", "fold"]]) {
  test(`an address with an anchor inside a ${where} opens it`, async ({ page }) => {
    await page.goto(`${COMFORT}#${id}`);
    await expectOpen(page, id);
  });

  test(`a link to an anchor inside a ${where} opens it, every time`, async ({ page }) => {
    await page.goto(COMFORT);
    const link = page.locator(`.prose a[href="#${id}"]`).first();
    await link.click();
    await expectOpen(page, id);
    await page.evaluate(() => document.querySelectorAll("details").forEach((fold) => (fold.open = false)));
    await tab(page, "Windows").click();
    await link.click();
    await expectOpen(page, id);
  });

  test(`a fragment that changes opens the ${where} it leads to`, async ({ page }) => {
    await page.goto(COMFORT);
    await page.evaluate((hash) => (location.hash = hash), id);
    await expectOpen(page, id);
  });
}

test("folds within folds open, too", async ({ page }) => {
  await page.goto(`${COMFORT}#deep`);
  await expect(page.getByText("Even deeper.")).toBeInViewport();
});

test("a link that opens a tab is no choice for other pages", async ({ page }) => {
  await page.goto(`${COMFORT}#inside-the-tab`);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

for (const fragment of ["inside-the-fold&some.value=3", "some.value=3&inside-the-fold"]) {
  test(`an anchor is found beside values: ${fragment}`, async ({ page }) => {
    await page.goto(`${COMFORT}#${fragment}`);
    await expectOpen(page, "inside-the-fold");
  });
}

// Chromium opens folds and hidden tabs by itself where a fragment leads into them; not every browser does. Here it is kept from it.
for (const id of ["inside-the-tab", "inside-the-fold"]) {
  test(`a click opens ${id} without the browser's help`, async ({ page }) => {
    await page.goto(COMFORT);
    await page.evaluate(() => addEventListener("click", (event) => event.preventDefault()));
    await page.locator(`.prose a[href="#${id}"]`).first().click();
    await expect(page.locator(`#${id}`)).toBeVisible();
  });

  test(`a fragment that changes opens ${id} without the browser's help`, async ({ page }) => {
    await page.goto(COMFORT);
    await page.evaluate((hash) => {
      history.replaceState(null, "", `#${hash}`);
      dispatchEvent(new Event("hashchange"));
    }, id);
    await expectOpen(page, id);
  });
}

for (const hash of ["%", "%E0%A4%A", "<img src=x>", "a b&&=", "&"]) {
  test(`the fragment ${hash} does no harm`, async ({ page }) => {
    await page.goto(`${COMFORT}#${hash}`);
    await expect(tab(page, "Windows")).toHaveAttribute("aria-selected", "true");
  });
}

test("each heading of the text has a link to itself, which shows on hover and focus", async ({ page }) => {
  await page.goto(COMFORT);
  const link = page.locator("#steps + a");
  await expect(link).toHaveAccessibleName("Link to section: Steps");
  await expect(page.locator("#steps")).toHaveAccessibleName("Steps");
  await expect(link).toHaveCSS("opacity", "0");
  await page.locator("#steps").hover();
  await expect(link).toHaveCSS("opacity", "1");
  await link.focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#steps$/);
});

test("contents mark the section that is being read", async ({ page }) => {
  await page.goto(COMFORT);
  const marked = page.locator("[data-contents] [aria-current]");
  await page.locator("#steps").evaluate((heading) => heading.scrollIntoView());
  await expect(marked).toHaveText(["Steps"]);
  await page.locator("#questions").evaluate((heading) => heading.scrollIntoView());
  await expect(marked).toHaveText(["Questions"]);
});

test("at the end of the page, contents mark the last section however short it is", async ({ page }) => {
  await page.goto(COMFORT);
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await expect(page.locator("[data-contents] [aria-current]")).toHaveText(["The end"]);
});
