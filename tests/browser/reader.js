// What a reader does and sees on guides with values of their own.
import { expect } from "./test.js";

/** A guide with hosts in prose, a list, a table and a text for readers who do not know their number. */
export const ANDROID = "en-gb/mail/email-pro/android/";
/** A guide with hosts in code and in tables that an author wrote. */
export const THUNDERBIRD = "en-gb/mail/email-pro/thunderbird/";
/** A guide with a link whose address needs the value. */
export const WEBMAIL = "en-gb/mail/email-pro/webmail/";
/** A guide with texts for readers who know their number. */
export const FIND = "en-gb/mail/understand/find-your-server/";

/** The panel's field for the number of an Email Pro server. */
export const field = (page) => page.locator("[name='email-pro.server']");

/** Types a value and presses Enter. */
export async function type(page, value) {
  await field(page).fill(value);
  await field(page).press("Enter");
}

/** The panel's message. */
export const message = (page) => page.locator("[data-panel-message]");

/** The bar that tells of values from a link. */
export const bar = (page) => page.getByRole("form", { name: "Values from a link" });

/** All marks of the page show `text`. */
export async function expectMarks(page, text) {
  await expect.poll(() => marks(page)).toEqual([text]);
}

/** The different texts of the page's marks. */
export const marks = (page) => page.evaluate(() => [...new Set([...document.querySelectorAll("[data-parameter]")].map((mark) => mark.textContent))]);

/** What the browser stores for the site. */
export const stored = (page) => page.evaluate(() => Object.entries(localStorage).map(([, text]) => JSON.parse(text)));

/** The key of the site's values in the browser's storage. */
export const key = (page) => `polyguide:${new URL(page.url()).pathname.replace(/(?<=\/)[a-z]{2}(-[a-z]{2})?\/.*/, "")}:values`;

/** Lets the browser store values for the site before a page with fields opens. */
export async function store(page, values) {
  await page.goto("en-gb/");
  await page.evaluate(([key, text]) => localStorage.setItem(key, text), [key(page), JSON.stringify(values)]);
}

/** What the clipboard holds. */
export const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());
