// "Set up this device": files with the settings of a table, made in the browser byte for byte as the program makes them.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { POLYGUIDE, ROOT } from "./places.js";
import { ANDROID, THUNDERBIRD, field, store, type } from "./reader.js";
import { expect, test } from "./test.js";

const ENDINGS = { apple: ".mobileconfig", qr: ".svg", autoconfig: ".autoconfig.xml", autodiscover: ".autodiscover.xml", dns: ".zone", json: ".json" };
const ADDRESS = "user.b+c@example.net";
const box = (page, service = "email-pro") => page.locator(`[data-setup][data-service="${service}"]`);
const button = (page, format) => box(page).locator(`[data-format="${format}"]`);
const address = (page) => box(page).locator("input");

/** What the program writes for a service: gives the text of a file by locale and format. */
function written(service, ...options) {
  const out = mkdtempSync(path.join(tmpdir(), "polyguide-profiles-"));
  execFileSync(POLYGUIDE, ["profiles", ROOT, "--quiet", "--out", out, "--service", service, ...options]);
  const file = (locale, format) => readFileSync(path.join(out, service, locale, service + ENDINGS[format]), "utf8");
  return { file, end: () => rmSync(out, { recursive: true }) };
}

/** Opens a guide, with a value if one is given, and unfolds the box. */
async function unfold(page, guide, value) {
  if (value) await store(page, { "email-pro.server": value });
  await page.goto(guide);
  await box(page).locator("summary").click();
  await expect(box(page)).toHaveAttribute("data-ready");
}

/** The name and text of the file that a press stores. */
async function saved(page, format) {
  const [download] = await Promise.all([page.waitForEvent("download"), button(page, format).click()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}

test("what asks for a value first has room below it", async ({ page }) => {
  await unfold(page, ANDROID);
  const bottom = (part) => part.evaluate((element) => element.getBoundingClientRect().bottom);
  expect((await bottom(box(page))) - (await bottom(box(page).locator("button:visible")))).toBeGreaterThan(12);
});

test("files are the program's, byte for byte", async ({ page, baseURL }) => {
  const program = written("email-pro", "--set", "email-pro.server=42", "--base-url", baseURL);
  for (const locale of ["en-gb", "de-de", "ar"]) {
    await unfold(page, ANDROID.replace("en-gb", locale), "42");
    for (const format of ["apple", "autoconfig", "autodiscover", "dns", "json"]) {
      const { name, text } = await saved(page, format);
      expect(name).toBe(`email-pro${ENDINGS[format]}`);
      expect(text, `${locale} ${format}`).toBe(program.file(locale, format));
      expect(text).toContain("pro42.mail.ovh.net");
    }
  }
  program.end();
});

test("so they are for an address, with a code that Thunderbird scans", async ({ page, baseURL }) => {
  const program = written("email-pro", "--set", "email-pro.server=7", "--base-url", baseURL, "--address", ADDRESS);
  await unfold(page, THUNDERBIRD, "7");
  await address(page).fill(ADDRESS);
  for (const format of Object.keys(ENDINGS)) {
    const { text } = await saved(page, format);
    expect(text, format).toBe(program.file("en-gb", format));
  }
  await expect(box(page).getByRole("img", { name: `QR code with the settings for ${ADDRESS}` })).toBeVisible();
  await address(page).fill("other@example.net");
  await expect(box(page).locator("img")).toHaveCount(0);
  program.end();
});

test("codes of all sizes are the program's", async ({ page }) => {
  await unfold(page, ANDROID, "3");
  const domain = (length) => `${"a".repeat(40)}.`.repeat(6).slice(0, Math.max(length - 4, 1)).replace(/\.$/, "a") + ".net";
  for (const length of [5, 30, 90, 170, 240]) {
    const long = `${"m".repeat(Math.min(length, 64))}@${domain(length)}`;
    const program = written("email-pro", "--set", "email-pro.server=3", "--address", long, "--format", "qr", "--locale", "en-gb");
    await address(page).fill(long);
    expect((await saved(page, "qr")).text, long).toBe(program.file("en-gb", "qr"));
    program.end();
  }
});

test("a value that is not known yet is asked for, and then there are files", async ({ page }) => {
  await unfold(page, ANDROID);
  await expect(button(page, "apple")).toBeHidden();
  await box(page).getByRole("button", { name: "Enter your value first" }).press("Enter");
  await expect(field(page)).toBeFocused();
  await type(page, "3");
  await expect(button(page, "apple")).toBeVisible();
  expect((await saved(page, "dns")).text).toContain("pro3.mail.ovh.net.");
  await type(page, "4");
  expect((await saved(page, "dns")).text).toContain("pro4.mail.ovh.net.");
  await page.getByRole("button", { name: "Forget my values" }).click();
  await expect(button(page, "apple")).toBeHidden();
});

test("hostile values and addresses give no file", async ({ page }) => {
  await unfold(page, ANDROID, "3");
  let downloads = 0;
  page.on("download", () => (downloads += 1));
  for (const value of ["", "0", "100", "3.evil.example/", "3</string>", "3\nevil", "3 IN A 1.2.3.4", "\ue000address\ue001", "${3}", "__proto__"]) {
    // As if something had got past the grammar: what is filled must still be a host.
    await page.evaluate((value) => {
      values.of = () => (value === "0" || value === "100" ? undefined : `${value}/`);
      values.tell();
    }, value);
    for (const format of ["apple", "autoconfig", "dns", "json"]) await button(page, format).dispatchEvent("click");
  }
  await page.reload();
  await unfold(page, ANDROID, "3");
  for (const text of ["user", "user@", "a b@example.net", "a\"@example.net", "<a>@example.net", "a@example.net</string>", "é@example.net", "a@-b.net", "\ue000address\ue001@example.net"]) {
    await address(page).fill(text);
    for (const format of ["apple", "qr", "json"]) await button(page, format).click();
    await expect(address(page)).toBeFocused();
    await expect(address(page)).toHaveAttribute("aria-invalid", "true");
    await expect(box(page).getByRole("status")).toContainText("an e-mail address, such as name@example.com");
  }
  await address(page).fill("");
  await button(page, "qr").click();
  await expect(address(page)).toBeFocused();
  // Files come in the order in which they are asked for: the first one is this.
  await saved(page, "dns");
  expect(downloads).toBe(1);
});

test("nothing is asked of a server for a file, and no address is kept", async ({ page }) => {
  await unfold(page, ANDROID, "3");
  const requests = [];
  page.on("request", (request) => !/^(blob|data):/.test(request.url()) && requests.push(request.url()));
  await address(page).fill(ADDRESS);
  for (const format of Object.keys(ENDINGS)) await saved(page, format);
  expect(requests).toEqual([]);
  expect(await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href]))).not.toContain("user");
});

test("a guide without a table of settings has no box, and loads no script for one", async ({ page }) => {
  await page.goto("en-gb/mail/email-pro/webmail/");
  await expect(page.locator("[data-setup]")).toHaveCount(0);
  await page.goto(ANDROID);
  expect(await page.evaluate(() => performance.getEntriesByType("resource").filter(({ name }) => name.includes("/setup-")).length)).toBe(0);
});

test("a page in another language has the box in its reader's", async ({ page }) => {
  await page.goto("ar/mail/email-pro/thunderbird/");
  await expect(page.locator("main")).toHaveAttribute("lang", /^en/);
  await expect(box(page)).toHaveAttribute("lang", "ar");
  await expect(box(page)).toHaveAttribute("dir", "rtl");
  await expect(box(page).locator("summary")).toContainText("Email Pro");
});

test("what a format cannot say stands beside it, and the table stays", async ({ page }) => {
  await unfold(page, ANDROID.replace("en-gb", "de-de"), "3");
  await expect(box(page)).toContainText("Profile haben kein Wort für STARTTLS");
  await expect(box(page)).toContainText("Die Gmail-App importiert keine dieser Dateien");
  await expect(page.locator("table[data-settings]")).toBeVisible();
});

test("paper has the table alone", async ({ page }) => {
  await unfold(page, ANDROID, "3");
  await page.emulateMedia({ media: "print" });
  await expect(box(page)).toBeHidden();
});

test.describe("where the build knows the values", () => {
  const GUIDE = `sites/fixed/${ANDROID}`;
  const FORMATS = ["apple", "autoconfig", "autodiscover", "dns", "json"];

  test("files are links of the site", async ({ page, request }) => {
    const program = written("email-pro", "--set", "email-pro.server=5");
    await unfold(page, GUIDE);
    for (const format of FORMATS) {
      const href = await button(page, format).getAttribute("href");
      const answer = await request.get(new URL(href, page.url()).href);
      expect(await answer.text(), format).toBe(program.file("en-gb", format));
    }
    await address(page).fill(ADDRESS);
    expect((await saved(page, "apple")).text).toContain(`<string>${ADDRESS}</string>`);
    program.end();
  });

  test.describe("without scripts", () => {
    test.use({ javaScriptEnabled: false });

    test("they are links as well, and nothing is shown that does nothing", async ({ page }) => {
      await page.goto(GUIDE);
      await box(page).locator("summary").click();
      for (const format of FORMATS) await expect(button(page, format)).toBeVisible();
      await expect(button(page, "qr")).toBeHidden();
      await page.goto(ANDROID);
      await expect(box(page)).toBeHidden();
    });
  });
});
