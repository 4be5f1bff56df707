import { expect, test } from "./test.js";

const GUIDE = "en-gb/mail/email-pro/android/";

/** The dialog, opened by its control, with a query typed into it. */
async function search(page, address, query) {
  await page.goto(address);
  await page.locator(".search-link").click();
  return typeQuery(page, query);
}

async function typeQuery(page, query) {
  const dialog = page.locator("dialog.search");
  await dialog.locator(".search-field").fill(query);
  await expect(dialog.locator(".search-status")).not.toBeEmpty();
  return dialog;
}

const pages = (dialog) => dialog.locator(".search-link-page");

/** Whether a script, worker, module or part of the index was asked for; the bundle of pages is none of them. */
function searchRequests(page) {
  const found = [];
  page.on("request", (request) => {
    if (/assets\/search-/.test(request.url())) found.push(request.url());
  });
  return found;
}

// Case and accents do not count, and words are found by their stems: what is looked for stands in guides, but what is to be found is another form of it.
for (const [locale, query, found] of [
  ["en-gb", "CONNECTING", "connection"],
  ["fr-fr", "PARAMETRE", "paramètres"],
  ["fr-fr", "configurez", /^configurer$/i],
  ["de-de", "Servern", /^Server$/],
  ["ar", "بريدها", /^بريدك$/],
  ["de-de", "Zertifikats", "Zertifikat"],
  ["ar", "بريد", "بريدك"],
]) {
  test(`what is looked for in ${locale} is found there: ${query}`, async ({ page }) => {
    const dialog = await search(page, `${locale}/`, query);
    await expect(pages(dialog).first()).toHaveAttribute("href", new RegExp(`/${locale}/`));
    await expect(dialog.locator("mark", { hasText: found }).first()).toBeVisible();
  });
}

test("Japanese is found word by word", async ({ page }) => {
  const dialog = await search(page, "sites/japanese/ja/mail/setup/", "予定");
  await expect(pages(dialog)).toHaveCount(1);
  await expect(pages(dialog)).toContainText("カレンダーを共有する");
  await expect(dialog.locator("mark").first()).toHaveText("予定");
});

test("a host with its number is found where guides have its mark", async ({ page }) => {
  const dialog = await search(page, "en-gb/", "pro3.mail.ovh.net");
  await expect(dialog.locator("mark").first()).toContainText("pro?.mail.ovh.net");
  await expect(pages(dialog).first()).toHaveAttribute("href", /email-pro/);
});

test("a host is found while it is being typed, and in an address", async ({ page }) => {
  const dialog = await search(page, "en-gb/", "pro12.mai");
  await expect(dialog.locator("mark").first()).toContainText("pro?.mail.ovh.net");
  await typeQuery(page, "https://pro12.mail.ovh.net/login");
  await expect(pages(dialog).first()).toBeVisible();
});

test("a result leads to its section", async ({ page }) => {
  const dialog = await search(page, "en-gb/", "accept all certificates");
  const section = dialog.locator(".search-link-section[href*='/email-pro/android/#']").first();
  await expect(section.locator(".search-heading")).toHaveText("Check or change the settings");
  await section.click();
  await expect(page).toHaveURL(/en-gb\/mail\/email-pro\/android\/#check-or-change-the-settings$/);
  await expect(dialog).toBeHidden();
});

test("an excerpt goes on after its heading", async ({ page }) => {
  const dialog = await search(page, "en-gb/", "gmail touch the three lines");
  const section = dialog.locator(".search-link-section[href$='/email-pro/android/#check-or-change-the-settings']");
  await expect(section.locator(".search-excerpt")).toHaveText(/^In Gmail, touch the three lines/);
});

test("a page tells where it stands", async ({ page }) => {
  const dialog = await search(page, "en-gb/", "gmail android");
  await expect(pages(dialog).first().locator(".search-path")).toHaveText(/E-mail › (Email Pro|Exchange)/);
});

test("pages without a translation come last and say their language", async ({ page }) => {
  const dialog = await search(page, "sites/fallbacks/fr-fr/", "bougie");
  await expect(pages(dialog)).toHaveCount(2);
  await expect(pages(dialog).nth(0).locator(".badge")).toHaveCount(0);
  await expect(pages(dialog).nth(1).locator(".badge")).toHaveText("Langue\u00a0: anglais");
  await expect(dialog.locator(".search-page").nth(1)).toHaveAttribute("lang", "en-GB");
});

test("hidden pages are not found", async ({ page }) => {
  const dialog = await search(page, "sites/fallbacks/en-gb/", "lantern");
  await expect(pages(dialog)).toHaveCount(0);
  await expect(dialog.locator(".search-status")).toContainText("Nothing found for “lantern”");
  await expect(dialog.locator(".search-all a")).toHaveAttribute("href", /en-gb\/index-a-z\/$/);
});

test("the keyboard is enough", async ({ page }) => {
  await page.goto(GUIDE);
  await page.keyboard.press("/");
  const dialog = page.locator("dialog.search");
  await expect(dialog.locator(".search-field")).toBeFocused();
  await page.keyboard.type("thunderbird");
  await expect(pages(dialog).first()).toContainText("Thunderbird");
  await page.keyboard.press("ArrowDown");
  await expect(pages(dialog).first()).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(dialog.locator(".search-field")).toBeFocused();
  const address = await pages(dialog).first().getAttribute("href");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new URL(address, page.url()).href);
});

test("the page for unknown addresses offers the search, and the other languages alone", async ({ page }) => {
  await page.goto("en-gb/404.html");
  await expect(page.locator(".language-list").getByText("English")).toHaveCount(0);
  await page.getByRole("link", { name: "Search the guides" }).click();
  await expect(page.locator(".search-field")).toBeFocused();
});

test("the number of a footnote is no part of a word that is found", async ({ page }) => {
  const dialog = await search(page, "en-gb/", "STARTTLS leave it on");
  await expect(dialog.locator("mark", { hasText: "STARTTLS" }).first()).toBeVisible();
  await expect(dialog).not.toContainText(/STARTTLS\d/);
});

test("Escape closes the search and gives the focus back", async ({ page }) => {
  await page.goto(GUIDE);
  const control = page.locator(".search-link");
  await control.focus();
  await page.keyboard.press("Enter");
  await expect(page.locator(".search-field")).toBeFocused();
  await page.keyboard.type("mail");
  await page.keyboard.press("Escape");
  await expect(page.locator("dialog.search")).toBeHidden();
  await expect(control).toBeFocused();
  await page.keyboard.press("Control+k");
  await expect(page.locator(".search-field")).toBeFocused();
});

test("a slash in a field is a slash", async ({ page }) => {
  await page.goto(GUIDE);
  await page.locator(".panel input").first().focus();
  await page.keyboard.press("/");
  await expect(page.locator("dialog.search")).toHaveCount(0);
});

test("the number of results is announced", async ({ page }) => {
  const dialog = await search(page, "en-gb/", "thunderbird");
  const status = dialog.getByRole("status");
  await expect(status).toHaveText(/^Guides found: \d+$/);
});

test("further results come on demand", async ({ page }) => {
  const dialog = await search(page, "en-gb/", "mail");
  await expect(pages(dialog)).toHaveCount(8);
  await dialog.getByRole("button", { name: "Show more" }).click();
  await expect(pages(dialog).nth(8)).toBeFocused();
});

test("markup in a query and in guides stays text", async ({ page }) => {
  const dialog = await search(page, "sites/fallbacks/en-gb/", "<img src=x onerror=alert(1)> wick");
  await expect(dialog.locator(".search-excerpt").first()).toContainText("<b>wick</b>");
  await expect(dialog.locator(".search-body").locator("img, b, script")).toHaveCount(0);
});

test("nothing of the search is loaded before it is used", async ({ page }) => {
  const requests = searchRequests(page);
  await page.goto(GUIDE, { waitUntil: "networkidle" });
  expect(requests).toEqual([]);
  await page.keyboard.press("/");
  await expect(page.locator(".search-field")).toBeFocused();
  await expect.poll(() => requests.length).toBeGreaterThan(0);
});

test("the engine starts when the reader reaches for the search, before it is open", async ({ page }) => {
  for (const reach of [(control) => control.hover(), (control) => control.focus()]) {
    await page.goto(GUIDE, { waitUntil: "networkidle" });
    const worker = page.waitForEvent("worker");
    const index = page.waitForRequest(/pagefind\.en-gb_[^/]*\.pf_meta|\.pf_meta/);
    await reach(page.locator(".search-link"));
    await Promise.all([worker, index]);
    await expect(page.locator("dialog.search")).toHaveCount(0);
  }
});

test("a search that cannot be loaded leads to the index", async ({ page, troubles }) => {
  await page.route(/assets\/search-[0-9a-f]+\.js/, (route) => route.abort());
  await page.goto(GUIDE);
  await page.locator(".search-link").click();
  await expect(page).toHaveURL(/en-gb\/index-a-z\/$/);
  troubles.splice(0);
});

test("an index that is gone is said to be", async ({ page, troubles }) => {
  await page.route(/pagefind-entry\.json/, (route) => route.fulfill({ status: 404 }));
  const dialog = await search(page, GUIDE, "mail");
  await expect(dialog.locator(".search-status")).toContainText("does not work right now");
  troubles.splice(0);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the search is a list of all pages", async ({ page }) => {
    await page.goto("fr-fr/mail/email-pro/android/");
    await page.locator(".search-link").click();
    await expect(page).toHaveURL(/fr-fr\/index-a-z\/$/);
    await expect(page.locator("h1")).toHaveText("Guides de A à Z");
    await page.locator(".guide-title", { hasText: "Thunderbird" }).first().click();
    await expect(page.locator("h1")).toContainText("Thunderbird");
  });
});
