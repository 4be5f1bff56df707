// The reader's own values: typed once, shown on every page.
import { ANDROID, FIND, THUNDERBIRD, WEBMAIL, expectMarks, field, key, marks, message, store, stored, type } from "./reader.js";
import { expect, test } from "./test.js";

/** Runs in the page: notes each shift of its layout. */
function watchShifts() {
  window.shifts = [];
  const place = ({ node, previousRect, currentRect }) => `${(node?.outerHTML ?? node?.textContent ?? "").slice(0, 80)}: ${previousRect.y} to ${currentRect.y}`;
  const note = (list) => window.shifts.push(...list.getEntries().map(({ value, sources }) => `${value} ${sources.map(place).join("; ")}`));
  new PerformanceObserver(note).observe({ type: "layout-shift", buffered: true });
}

/** Holds back the deferred script, as a slow line does, so that the first paint has the head script's work alone. */
async function holdPageScript(page) {
  let release;
  const released = new Promise((resolve) => (release = resolve));
  await page.route("**/assets/page-*.js", async (route) => {
    await released;
    await route.continue();
  });
  const isPainted = () => performance.getEntriesByName("first-contentful-paint").length > 0 && !!document.querySelector("footer");
  return { release, firstContent: () => page.waitForFunction(isPainted) };
}

test("a value fills every mark, texts and links", async ({ page }) => {
  await page.goto(THUNDERBIRD);
  await expectMarks(page, "?");
  await type(page, "3");
  await expectMarks(page, "3");
  await expect(page.locator("pre code")).toContainText("pro3.mail.ovh.net:993");
  await expect(page.locator("table .host").first()).toHaveText("pro3.mail.ovh.net");
  await expect(message(page)).toHaveText("Saved. All guides now show your values.");
});

test("a link has an address only while its value is known", async ({ page }) => {
  await page.goto(WEBMAIL);
  const link = page.locator("a[data-href]").first();
  await expect(link).not.toHaveAttribute("href");
  await type(page, "42");
  await expect(link).toHaveAttribute("href", "https://pro42.mail.ovh.net");
  await page.getByRole("button", { name: "Forget my values" }).click();
  await expect(link).not.toHaveAttribute("href");
});

test("texts for readers who know their value stand for those who do not, and the other way round", async ({ page }) => {
  await page.goto(FIND);
  const known = page.locator("[data-when='known:email-pro.server']").first();
  const unknown = page.locator("[data-when='unknown:email-pro.server']").first();
  await expect(known).toBeHidden();
  await expect(unknown).toBeVisible();
  await type(page, "3");
  await expect(known).toBeVisible();
  await expect(unknown).toBeHidden();
});

test("a value shows while it is typed, and counts when the reader is done", async ({ page }) => {
  await page.goto(ANDROID);
  await field(page).pressSequentially("12");
  await expectMarks(page, "12");
  expect(await stored(page)).toEqual([]);
  await expect(message(page)).toBeEmpty();
  await field(page).press("Tab");
  await expect(message(page)).not.toBeEmpty();
  expect(await stored(page)).toEqual([{ "email-pro.server": "12" }]);
});

test("a value holds on other pages, in other languages and after a reload", async ({ page }) => {
  await page.goto(ANDROID);
  await type(page, "3");
  for (const path of [THUNDERBIRD, "de-de/mail/email-pro/outlook/", "ar/mail/email-pro/android/"]) {
    await page.goto(path);
    await expectMarks(page, "3");
    await expect(field(page)).toHaveValue("3");
  }
  await page.reload();
  await expectMarks(page, "3");
});

test("each service has its own value", async ({ page }) => {
  await store(page, { "email-pro.server": "3" });
  await page.goto("en-gb/mail/exchange/outlook/");
  await expectMarks(page, "?");
  await page.getByRole("textbox", { name: "Your server number" }).fill("8");
  await page.getByRole("button", { name: "Show my values" }).click();
  await expectMarks(page, "8");
  expect(await stored(page)).toEqual([{ "email-pro.server": "3", "exchange.server": "8" }]);
});

test("open tabs stay in step", async ({ page, context }) => {
  const other = await context.newPage();
  await other.goto(THUNDERBIRD);
  await page.goto(ANDROID);
  await type(page, "3");
  await expectMarks(other, "3");
  await expect(field(other)).toHaveValue("3");
  await other.getByRole("button", { name: "Forget my values" }).click();
  await expectMarks(page, "?");
  await expect(field(page)).toHaveValue("");
});

test("a stored value is there at the first paint, and nothing moves", async ({ page }) => {
  await store(page, { "email-pro.server": "3" });
  await page.addInitScript(watchShifts);
  await page.addInitScript(() => {
    window.seen = new Set();
    // Each frame shows what stands on the page at this moment.
    const look = () => {
      document.querySelectorAll("[data-parameter]").forEach((mark) => window.seen.add(mark.textContent));
      document.querySelectorAll("[data-when^='unknown']").forEach((text) => window.seen.add(`hidden: ${text.hidden}`));
      requestAnimationFrame(look);
    };
    look();
  });
  await page.goto(ANDROID);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  expect(await page.evaluate(() => [...window.seen].sort())).toEqual(["3", "hidden: true"]);
  expect(await page.evaluate(() => window.shifts)).toEqual([]);
});

for (const [width, value] of [[390, "3"], [390, ""], [1280, "3"], [1280, ""]]) {
  test(`nothing moves while a page opens ${value ? "with" : "without"} a stored value on a slow line, ${width} pixels wide`, async ({ page }) => {
    if (value) await store(page, { "email-pro.server": value });
    await page.setViewportSize({ width, height: 800 });
    await page.addInitScript(watchShifts);
    const paint = await holdPageScript(page);
    await page.goto(THUNDERBIRD, { waitUntil: "commit" });
    await paint.firstContent();
    const cells = () => page.locator("table").first().locator("td").evaluateAll((all) => all.map((cell) => cell.getBoundingClientRect().toJSON()));
    await page.locator("table").first().evaluate((element) => element.scrollIntoView({ behavior: "instant" }));
    const before = await cells();
    paint.release();
    await expect(page.locator("td .copy").first()).toBeVisible();
    expect(await cells()).toEqual(before);
    expect(await page.evaluate(() => window.shifts)).toEqual([]);
  });
}

test("a screenshot at the first paint shows the value", async ({ page }) => {
  await store(page, { "email-pro.server": "3" });
  const paint = await holdPageScript(page);
  await page.goto(ANDROID, { waitUntil: "commit" });
  await paint.firstContent();
  const mark = page.locator(".callout .parameter").first();
  const first = await mark.screenshot();
  paint.release();
  await expect(field(page)).toHaveValue("3");
  expect(await mark.screenshot()).toEqual(first);
  expect(await mark.textContent()).toBe("3");
});

test("forgetting removes everything and brings the marks back", async ({ page }) => {
  await store(page, { "email-pro.server": "3", "exchange.server": "8" });
  await page.goto(ANDROID);
  await page.getByRole("button", { name: "Forget my values" }).click();
  await expectMarks(page, "?");
  await expect(field(page)).toHaveValue("");
  await expect(message(page)).toHaveText("Your values are removed from this browser.");
  await expect(page.locator("[data-known]")).toHaveCount(0);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

for (const wrong of ["0", "100", "-3", "1.5", "1e1", "abc", "٠", "pro777.mail.ovh.net"]) {
  test(`a wrong value changes nothing: ${wrong}`, async ({ page }) => {
    await store(page, { "email-pro.server": "7" });
    await page.goto(ANDROID);
    await type(page, wrong);
    await expect(message(page)).toHaveText("This does not fit. Allowed: a whole number from 1 to 99");
    await expect(message(page)).toHaveAttribute("aria-live", "polite");
    await expect(field(page)).toHaveAttribute("aria-invalid", "true");
    await expect(field(page)).toHaveAccessibleDescription(/^This does not fit/);
    // The message may be below the window's end on a phone; what is allowed stands by the field.
    const colour = await message(page).evaluate((text) => getComputedStyle(text).color);
    await expect(page.locator(".panel-allowed")).toHaveCSS("color", colour);
    await expect(field(page)).toBeFocused();
    expect(await marks(page)).toEqual(["7"]);
    expect(await stored(page)).toEqual([{ "email-pro.server": "7" }]);
    await type(page, "8");
    await expect(field(page)).toHaveAttribute("aria-invalid", "false");
    await expect(field(page)).not.toHaveAccessibleDescription(/Saved/);
    await expectMarks(page, "8");
  });
}

for (const [typed, value] of [["03", "3"], ["٤٢", "42"], ["۷", "7"], ["pro3.mail.ovh.net", "3"], ["https://PRO12.Mail.ovh.net:993/", "12"], [" 8 ", "8"]]) {
  test(`a value is understood as it was meant: ${typed}`, async ({ page }) => {
    await page.goto(ANDROID);
    await type(page, typed);
    await expectMarks(page, value);
    await expect(field(page)).toHaveValue(value);
    expect(await stored(page)).toEqual([{ "email-pro.server": value }]);
  });
}

test("the button asks for a value where there is none, each time", async ({ page }) => {
  await page.goto(ANDROID);
  for (let presses = 0; presses < 2; presses++) {
    await page.getByRole("button", { name: "Show my values" }).click();
    await expect(field(page)).toBeFocused();
    await expect(field(page)).toHaveAccessibleDescription(/^Type this value first/);
    await field(page).blur();
  }
  await type(page, "3");
  await expect(field(page)).toHaveAttribute("aria-invalid", "false");
});

test("what needs a value can be pressed while there is one", async ({ page }) => {
  await page.goto(ANDROID);
  const buttons = ["Forget my values", "Copy a link with my values"].map((name) => page.getByRole("button", { name }));
  for (const button of buttons) await expect(button).toBeDisabled();
  await type(page, "3");
  for (const button of buttons) await expect(button).toBeEnabled();
  await buttons[0].click();
  for (const button of buttons) await expect(button).toBeDisabled();
  await expect(page.locator("#panel-title")).toBeFocused();
});

test("values of other guides can be forgotten from any", async ({ page }) => {
  await store(page, { "exchange.server": "8" });
  await page.goto(ANDROID);
  await page.getByRole("button", { name: "Forget my values" }).click();
  expect(await stored(page)).toEqual([]);
});

test("a mark in the text leads to the field of its value", async ({ page }) => {
  await page.goto(ANDROID);
  await page.locator("table .parameter").first().click();
  await expect(field(page)).toBeFocused();
  await expect(field(page)).toBeInViewport();
});

test("a message is in the reader's language", async ({ page }) => {
  await page.goto("de-de/mail/email-pro/android/");
  await type(page, "100");
  await expect(message(page)).toHaveText("Das passt nicht. Erlaubt: eine ganze Zahl von 1 bis 99");
});

test("a value that is typed and then made wrong leaves the page as it was", async ({ page }) => {
  await page.goto(ANDROID);
  await field(page).pressSequentially("10");
  await expectMarks(page, "10");
  await field(page).pressSequentially("0");
  await expectMarks(page, "?");
  expect(await stored(page)).toEqual([]);
});

test("an emptied field removes its value alone", async ({ page }) => {
  await store(page, { "email-pro.server": "3", "exchange.server": "8" });
  await page.goto(ANDROID);
  await type(page, "");
  await expectMarks(page, "?");
  expect(await stored(page)).toEqual([{ "exchange.server": "8" }]);
});

test("a value lives as long as the page where storage is blocked", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", { get() { throw new DOMException("blocked", "SecurityError"); } });
  });
  await page.goto(ANDROID);
  await type(page, "3");
  await expectMarks(page, "3");
  await expect(message(page)).toHaveText("Shown on this page. Your browser does not save values for other pages.");
  await page.getByRole("button", { name: "Forget my values" }).click();
  await expectMarks(page, "?");
});

test("a value lives as long as the page where storage is full", async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
  });
  await page.goto(ANDROID);
  await type(page, "3");
  await expectMarks(page, "3");
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
  expect(await marks(page)).toEqual(["3"]);
});

test("a page that comes back by the back button has what was typed since", async ({ page }) => {
  await page.goto(ANDROID);
  await type(page, "3");
  await page.goto(THUNDERBIRD);
  await type(page, "4");
  await page.goBack();
  await expectMarks(page, "4");
  await expect(field(page)).toHaveValue("4");
});

test("a page from the back/forward cache is brought up to date", async ({ page }) => {
  await page.goto(ANDROID);
  await page.evaluate((key) => {
    localStorage.setItem(key, '{"email-pro.server":"9"}');
    dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
  }, key(page));
  expect(await marks(page)).toEqual(["9"]);
});

test("a page is small at the top when it opens with the reader's values", async ({ page }) => {
  await page.goto(ANDROID);
  const hint = page.locator(".panel-hint");
  await expect(hint).toBeVisible();
  await type(page, "3");
  await expect(hint).toBeVisible();
  await page.reload();
  await expect(field(page)).toHaveValue("3");
  await expect(hint).toBeHidden();
});

test("a build with fixed values has no panel and ignores stored and linked values", async ({ page }) => {
  await page.goto("sites/fixed/en-gb/mail/");
  await page.evaluate((key) => localStorage.setItem(key, '{"email-pro.server":"9"}'), key(page));
  await page.goto("sites/fixed/en-gb/mail/email-pro/thunderbird/#email-pro.server=8");
  await expect(page.locator("[data-panel] input")).toHaveCount(0);
  await expect(page.locator(".link-bar").filter({ visible: true })).toHaveCount(0);
  await expect(page.locator("table .host").first()).toHaveText("pro5.mail.ovh.net");
  await expect(page.locator("pre code")).toContainText("pro5.mail.ovh.net");
});

test("hosts in titles have the value wherever the titles stand", async ({ page }) => {
  await page.goto("sites/reading/en-gb/");
  await page.evaluate((key) => localStorage.setItem(key, '{"email-pro.server":"3"}'), key(page));
  for (const [place, address] of [
    [".guide-title, .card-guides a", ""], [".guide-title", "index-a-z/"], [".navigation a", "comfort/"], [".pager-title", "lists/"], [".breadcrumbs [aria-current]", "host/"], ["h1", "host/"], [".contents a", "host/"],
  ]) {
    await page.goto(`sites/reading/en-gb/${address}`);
    await expect(page.locator(place).filter({ hasText: "pro3.mail.ovh.net" }).first(), `${place} of ${address}`).toBeAttached();
    await expect(page.locator("body")).not.toContainText("pro?");
  }
  await expect(page).toHaveTitle("Connect to pro3.mail.ovh.net – Reading");
  await expect(page.locator(".description")).toHaveText("The settings of pro3.mail.ovh.net in one place");
});

test("a page without fields takes no value from its address", async ({ page }) => {
  await page.goto("sites/reading/en-gb/comfort/#email-pro.server=3");
  await expect(page.locator("[data-parameter]").first()).toHaveText("?");
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the page reads well, says what to put, and shows no dead control", async ({ page }) => {
    await page.goto(THUNDERBIRD);
    await expect(page.getByText("Wherever you see a highlighted mark")).toBeVisible();
    await expect(page.locator("table .host").first()).toHaveText("pro?.mail.ovh.net");
    for (const control of ["button", "input", ".copy", ".link-bar"]) {
      await expect(page.locator(control).filter({ visible: true })).toHaveCount(0);
    }
  });
});

test("marks inside what a script adds are filled, and copies of filled ones follow, too", async ({ page }) => {
  const copy = () => page.evaluate(() => {
    const paragraph = document.createElement("p");
    paragraph.append(document.querySelector(".prose .host").cloneNode(true));
    document.querySelector(".prose").append(paragraph);
  });
  await page.goto(ANDROID);
  await copy();
  await type(page, "3");
  await copy();
  await expectMarks(page, "3");
  await type(page, "4");
  await expectMarks(page, "4");
  await page.locator("[data-panel-forget]").click();
  await expectMarks(page, "?");
});

test("a mark in the label of a tab is filled", async ({ page }) => {
  await page.goto("sites/kinds/en-gb/labels/#kinds.region=eu&kinds.number=7&kinds.code=ab1&kinds.domain=example.net");
  const tab = page.getByRole("tab").first();
  await expect(tab).toHaveText("At eu-7-ab1.example.net");
  await page.locator("[data-link-mine]").click();
  await expect(tab).not.toContainText("example.net");
});
