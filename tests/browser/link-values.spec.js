// Values that come with a link are shown, and change nothing that is stored until the reader says so.
import { ANDROID, THUNDERBIRD, bar, clipboard, expectMarks, field, marks, message, store, stored, type } from "./reader.js";
import { expect, test } from "./test.js";

const keep = (page) => bar(page).getByRole("button", { name: "Keep" });
const useMine = (page) => bar(page).getByRole("button", { name: "Use mine" });

test("a link's value is shown, with a bar, and stored only when it is kept", async ({ page }) => {
  await page.goto(`${ANDROID}#email-pro.server=3`);
  await expectMarks(page, "3");
  await expect(bar(page)).toContainText("pro3.mail.ovh.net");
  await expect(page.getByRole("status")).toContainText("This page shows values from a link");
  expect(await stored(page)).toEqual([]);
  await keep(page).click();
  await expect(bar(page)).toHaveCount(0);
  await expect(page.locator("#panel-title")).toBeFocused();
  await expect(message(page)).toHaveText("Saved. All guides now show your values.");
  expect(await stored(page)).toEqual([{ "email-pro.server": "3" }]);
  await page.goto(THUNDERBIRD);
  await expectMarks(page, "3");
});

test("'use mine' brings the stored value back, and a reload does not undo that", async ({ page }) => {
  await store(page, { "email-pro.server": "7" });
  await page.goto(`${ANDROID}#email-pro.server=3`);
  await expectMarks(page, "3");
  await useMine(page).click();
  await expectMarks(page, "7");
  await expect(field(page)).toHaveValue("7");
  await expect(page.locator("#panel-title")).toBeFocused();
  await expect(message(page)).toHaveText("The values from the link are no longer shown.");
  await page.reload();
  await expectMarks(page, "7");
  expect(await stored(page)).toEqual([{ "email-pro.server": "7" }]);
});

test("'use mine' brings the marks back where nothing is stored", async ({ page }) => {
  await page.goto(`${ANDROID}#email-pro.server=3`);
  await useMine(page).click();
  await expectMarks(page, "?");
  expect(page.url()).not.toContain("#");
});

test("a link's value is carried on to no other page", async ({ page }) => {
  await store(page, { "email-pro.server": "7" });
  await page.goto(`${ANDROID}#email-pro.server=3`);
  await expectMarks(page, "3");
  await page.getByRole("navigation", { name: "Guides in this section" }).getByRole("link", { name: "Thunderbird" }).click();
  await expectMarks(page, "7");
  await expect(bar(page)).toHaveCount(0);
});

test("a link's value that does not fit is told of, and what is stored holds", async ({ page }) => {
  await store(page, { "email-pro.server": "7" });
  await page.goto(`${ANDROID}#email-pro.server=777`);
  await expect(message(page)).toHaveText("This link has a value that does not fit. It is not used.");
  await expectMarks(page, "7");
  await expect(bar(page)).toHaveCount(0);
});

test("a link's value is not shown where nothing can say that it is one", async ({ page, troubles }) => {
  await page.route("**/assets/link-*.js", (route) => route.abort());
  await page.goto(`${ANDROID}#email-pro.server=3`);
  await expectMarks(page, "?");
  troubles.splice(0);
});

test("a link with the reader's own value needs no bar", async ({ page }) => {
  await store(page, { "email-pro.server": "3" });
  await page.goto(`${ANDROID}#email-pro.server=3`);
  await expect(field(page)).toHaveValue("3");
  await expect(bar(page)).toHaveCount(0);
});

for (const fragment of ["the-settings-at-a-glance&email-pro.server=3", "email-pro.server=3&the-settings-at-a-glance"]) {
  test(`a link leads to its section as well: #${fragment}`, async ({ page }) => {
    await page.goto(`${ANDROID}#${fragment}`);
    await expectMarks(page, "3");
    await expect(page.locator(":target")).toHaveId("the-settings-at-a-glance");
    await expect(page.locator(":target")).toBeInViewport();
    expect(new URL(page.url()).hash).toBe(`#${fragment}`);
    await useMine(page).click();
    expect(new URL(page.url()).hash).toBe("#the-settings-at-a-glance");
  });
}

test("an anchor alone works as ever", async ({ page }) => {
  await page.goto(`${ANDROID}#the-settings-at-a-glance`);
  await expect(page.locator(":target")).toBeInViewport();
  await expect(bar(page)).toHaveCount(0);
});

test("a link's value that is typed into the address of an open page counts", async ({ page }) => {
  await page.goto(ANDROID);
  await page.evaluate(() => (location.hash = "#email-pro.server=3&objective"));
  await expectMarks(page, "3");
  await expect(bar(page)).toBeVisible();
  await expect(page.locator(":target")).toHaveId("objective");
});

test("typing a value of one's own ends the link's", async ({ page }) => {
  await page.goto(`${ANDROID}#email-pro.server=3`);
  await type(page, "4");
  await expectMarks(page, "4");
  await expect(bar(page)).toHaveCount(0);
  expect(await stored(page)).toEqual([{ "email-pro.server": "4" }]);
});

test("submitting the panel does not keep a link's value", async ({ page }) => {
  await page.goto(`${ANDROID}#email-pro.server=3`);
  await page.getByRole("button", { name: "Show my values" }).click();
  await expect(bar(page)).toBeVisible();
  expect(await stored(page)).toEqual([]);
});

test("forgetting ends a link's value as well", async ({ page }) => {
  await store(page, { "email-pro.server": "7" });
  await page.goto(`${ANDROID}#email-pro.server=3`);
  await page.getByRole("button", { name: "Forget my values" }).click();
  await expectMarks(page, "?");
  await page.reload();
  await expect(field(page)).toHaveValue("");
  expect(await marks(page)).toEqual(["?"]);
});

test("another tab's values do not disturb those of a link", async ({ page, context }) => {
  await page.goto(`${ANDROID}#email-pro.server=3`);
  const other = await context.newPage();
  await other.goto(THUNDERBIRD);
  await type(other, "9");
  await useMine(page).click();
  await expectMarks(page, "9");
});

test("a link with the reader's values can be copied, and works", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(`${ANDROID}#objective`);
  await type(page, "3");
  await page.getByRole("button", { name: "Copy a link with my values" }).click();
  await expect(message(page)).toHaveText("The link is copied.");
  expect(await clipboard(page)).toBe(`${page.url().split("#")[0]}#email-pro.server=3`);
});

test("the language menu takes the values along, and nothing else of the address", async ({ page }) => {
  await page.goto(`${ANDROID}#email-pro.server=3&exchange.server=4&name=x&email-pro.server=<b>`);
  await page.locator("[data-languages] summary").click();
  await page.getByRole("link", { name: "Deutsch" }).hover();
  await expect(page.getByRole("link", { name: "Deutsch" })).toHaveAttribute("href", /#&email-pro\.server=3$/);
});
