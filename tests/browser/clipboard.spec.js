// What lands in the clipboard, byte for byte.
import { ANDROID, THUNDERBIRD, clipboard, field, message, store, type } from "./reader.js";
import { expect, test } from "./test.js";

test.beforeEach(({ context }) => context.grantPermissions(["clipboard-read", "clipboard-write"]));

const copyButton = (page, text) => page.getByRole("button", { name: `Copy ${text}`, exact: true }).first();
const bytes = async (page) => [...new TextEncoder().encode(await clipboard(page))];
const bytesOf = (text) => [...new TextEncoder().encode(text)];

test("hosts, ports and security are copied exactly", async ({ page }) => {
  await store(page, { "email-pro.server": "3" });
  await page.goto(ANDROID);
  for (const text of ["pro3.mail.ovh.net", "993", "587", "SSL/TLS", "STARTTLS"]) {
    await copyButton(page, text).click();
    await expect(page.getByRole("status")).toHaveText(`Copied: ${text}`);
    expect(await bytes(page)).toEqual(bytesOf(text));
  }
});

test("values of a table that an author wrote are copied exactly", async ({ page }) => {
  await store(page, { "email-pro.server": "12" });
  await page.goto("en-gb/mail/email-pro/macos-mail/");
  const cells = page.locator("table[data-settings] td:not(:first-child)");
  await cells.filter({ hasText: "993" }).getByRole("button").click();
  expect(await bytes(page)).toEqual(bytesOf("993"));
  await cells.filter({ hasText: "mail.ovh.net" }).first().getByRole("button").click();
  await expect.poll(() => bytes(page)).toEqual(bytesOf("pro12.mail.ovh.net"));
  await expect(cells.filter({ hasText: "Your full e-mail address" }).getByRole("button")).toHaveCount(0);
});

test("settings in lists and lines are copied exactly, and nothing else has a button", async ({ page }) => {
  await page.goto("sites/reading/en-gb/lists/#email-pro.server=3");
  const copied = [];
  for (const button of await page.locator(".copy").all()) {
    await button.click();
    await expect(page.getByRole("status")).toHaveText(/^Copied: ./);
    copied.push(await bytes(page));
    await page.evaluate(() => navigator.clipboard.writeText(""));
  }
  const host = "pro3.mail.ovh.net";
  expect(copied).toEqual([host, "993", "SSL/TLS", host, "587", "STARTTLS", host, "993", "SSL/TLS"].map(bytesOf));
  await expect(page.locator("li", { hasText: "Port: 993" })).toHaveText("Port: 993");
});

test("a right-to-left page copies the same bytes", async ({ page }) => {
  await store(page, { "email-pro.server": "3" });
  await page.goto("ar/mail/email-pro/android/");
  await page.locator("td .host .copy").first().click();
  await expect.poll(() => bytes(page)).toEqual(bytesOf("pro3.mail.ovh.net"));
});

test("code is copied with the value, without a mark or a last line break", async ({ page }) => {
  await store(page, { "email-pro.server": "3" });
  await page.goto(THUNDERBIRD);
  await page.getByRole("button", { name: "Copy the code" }).click();
  await expect.poll(() => bytes(page)).toEqual(bytesOf("openssl s_client -connect pro3.mail.ovh.net:993 -quiet"));
});

test("selecting a line and copying it gives its text", async ({ page }) => {
  await store(page, { "email-pro.server": "3" });
  await page.goto(ANDROID);
  await page.locator("[data-settings] li", { hasText: "Server" }).evaluate((line) => getSelection().selectAllChildren(line));
  await page.keyboard.press("ControlOrMeta+c");
  await expect.poll(() => clipboard(page)).toBe("Server: pro3.mail.ovh.net");
});

test("a host whose number is unknown is not copied: the reader is asked for it, and led back", async ({ page }) => {
  await page.goto(THUNDERBIRD);
  await page.evaluate(() => navigator.clipboard.writeText("before"));
  const button = page.locator("td .host .copy").first();
  await button.click();
  await expect(field(page)).toBeFocused();
  await expect(message(page)).toHaveText("Type this value first.");
  expect(await clipboard(page)).toBe("before");
  await page.keyboard.type("12");
  await page.keyboard.press("Enter");
  await expect(button).toBeFocused();
  await page.keyboard.press("Enter");
  await expect.poll(() => clipboard(page)).toBe("pro12.mail.ovh.net");
});

test("code with an unknown number is not copied", async ({ page }) => {
  await page.goto(THUNDERBIRD);
  await page.evaluate(() => navigator.clipboard.writeText("before"));
  await page.getByRole("button", { name: "Copy the code" }).click();
  await expect(field(page)).toBeFocused();
  expect(await clipboard(page)).toBe("before");
});

test("copying works where the browser has no clipboard for scripts", async ({ page }) => {
  await page.addInitScript(() => {
    window.readClipboard = navigator.clipboard.readText.bind(navigator.clipboard);
    Object.defineProperty(navigator, "clipboard", { value: undefined });
  });
  await store(page, { "email-pro.server": "3" });
  await page.goto(ANDROID);
  const button = copyButton(page, "pro3.mail.ovh.net");
  await button.click();
  await expect(page.getByRole("status")).toHaveText("Copied: pro3.mail.ovh.net");
  await expect(button).toBeFocused();
  expect(await page.evaluate(() => window.readClipboard())).toBe("pro3.mail.ovh.net");
});

test("from the address bar to a copied host by keyboard alone", async ({ page }) => {
  await page.goto(ANDROID);
  const tabTo = async (target) => {
    for (let presses = 0; presses < 80; presses++) {
      await page.keyboard.press("Tab");
      if (await target.evaluate((element) => element === document.activeElement)) return;
    }
    throw new Error("not reached by the Tab key");
  };
  await tabTo(field(page));
  await page.keyboard.type("3");
  await page.keyboard.press("Enter");
  await tabTo(copyButton(page, "pro3.mail.ovh.net"));
  await page.keyboard.press("Enter");
  await expect.poll(() => bytes(page)).toEqual(bytesOf("pro3.mail.ovh.net"));
});

test("names of buttons follow the value", async ({ page }) => {
  await page.goto(ANDROID);
  await expect(copyButton(page, "pro?.mail.ovh.net")).toBeVisible();
  await type(page, "3");
  await expect(copyButton(page, "pro3.mail.ovh.net")).toBeVisible();
  await expect(copyButton(page, "pro?.mail.ovh.net")).toHaveCount(0);
});

test("controls are large enough for a finger and are not printed", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto(THUNDERBIRD);
  const controls = await page.locator(".copy, .panel button").filter({ visible: true }).all();
  for (const box of await Promise.all(controls.map((button) => button.boundingBox()))) {
    expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(24);
  }
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".copy").first()).toBeHidden();
});

for (const address of [THUNDERBIRD, ANDROID.replace("en-gb", "ar")]) {
  test(`no button of “${address}” lies over its value on a phone`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 800 });
    await page.goto(address);
    const overlaps = await page.locator("td:has(.copy)").evaluateAll((cells) => cells.filter((cell) => {
      const text = document.createRange();
      text.selectNodeContents(cell);
      text.setEndBefore(cell.querySelector(".copy"));
      const [value, button] = [text, cell.querySelector(".copy")].map((thing) => thing.getBoundingClientRect());
      return value.bottom > button.top + 1 && value.right > button.left + 1 && value.left < button.right - 1;
    }).map((cell) => cell.textContent));
    expect(overlaps).toEqual([]);
  });
}

test("a button follows its host, in the direction of the text", async ({ page }) => {
  for (const [locale, follows] of [["en-gb", true], ["ar", false]]) {
    await page.goto(ANDROID.replace("en-gb", locale));
    const isRight = await page.locator("main li .host:has(> .copy)").first().evaluate((host) => {
      const [mark, button] = [".parameter", ".copy"].map((part) => host.querySelector(part).getBoundingClientRect());
      return button.left > mark.right;
    });
    expect(isRight, locale).toBe(follows);
  }
});
