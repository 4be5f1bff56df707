// Makes the pictures of the README anew: `node readme.js`. They show the bundled site to a reader whose server is 3. The sheet of
// paper needs `pdftoppm`, of Poppler.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium } from "@playwright/test";
import config from "./playwright.config.js";
import { POLYGUIDE, ROOT } from "./places.js";

const SITE = "https://guides.example.org/";
const DESKTOP = { width: 1280, height: 860 };
const PHONE = { width: 390, height: 860 };
const SHEET = { width: 795, height: 1124 };

/** Each picture's page, window, and the heading that stands at its top. */
const PICTURES = [
  { name: "page", address: "en-gb/mail/email-pro/android/", viewport: DESKTOP },
  { name: "phone", address: "de-de/mail/email-pro/android/", viewport: PHONE, heading: "Die Einstellungen auf einen Blick" },
  { name: "arabic", address: "ar/mail/email-pro/android/", viewport: PHONE, heading: "ملخص الإعدادات" },
  { name: "dark", address: "en-gb/mail/email-pro/thunderbird/", viewport: DESKTOP, colorScheme: "dark", heading: "Fill in the servers" },
];

const folder = mkdtempSync(path.join(tmpdir(), "polyguide-readme-"));
const picture = (name) => path.join(ROOT, "docs", `${name}.png`);
const browser = await chromium.launch(config.use.launchOptions);

/** Opens a page of the built site, whose host is not asked. */
async function open(address, options) {
  const context = await browser.newContext({ locale: "en-GB", reducedMotion: "reduce", ...options });
  await context.addInitScript(() => localStorage.setItem("polyguide:/:values", '{"email-pro.server":"3"}'));
  await context.route(`${SITE}**`, (route) => {
    const file = path.join(folder, decodeURIComponent(new URL(route.request().url()).pathname));
    return route.fulfill({ path: statSync(file).isDirectory() ? path.join(file, "index.html") : file });
  });
  const page = await context.newPage();
  await page.goto(SITE + address);
  return page;
}

async function shoot({ name, address, heading, ...options }) {
  const page = await open(address, options);
  if (heading) await page.getByRole("heading", { name: heading }).evaluate((element) => element.scrollIntoView());
  await page.waitForLoadState("networkidle");
  await page.screenshot({ path: picture(name), animations: "disabled" });
  await page.context().close();
}

/** The first sheet of a printed guide. */
async function print(name, address) {
  const page = await open(address, { viewport: DESKTOP });
  const pdf = path.join(folder, "print.pdf");
  await page.pdf({ path: pdf, format: "A4" });
  const size = ["-scale-to-x", SHEET.width, "-scale-to-y", SHEET.height].map(String);
  execFileSync("pdftoppm", ["-png", "-singlefile", "-f", "1", ...size, pdf, picture(name).replace(/\.png$/, "")]);
}

execFileSync(POLYGUIDE, ["build", ROOT, "--quiet", "--out", folder, "--base-url", SITE], { stdio: "inherit" });
for (const each of PICTURES) await shoot(each);
await print("print", "en-gb/mail/email-pro/webmail/");
await browser.close();
rmSync(folder, { recursive: true });
