// Old addresses are answered by the server where it can be told, and lead to their page on any host.
import { expect, test } from "./test.js";

const OLD = "en-gb/email-pro-outlook/";
const NEW = "en-gb/mail/email-pro/outlook/";

test("nginx answers an old address with the new one, for good", async ({ request, baseURL }) => {
  const answer = await request.get(`${OLD}?from=mail`, { maxRedirects: 0 });
  expect(answer.status()).toBe(301);
  const { location, "cache-control": cache } = answer.headers();
  expect(location).toBe(`${new URL(baseURL).pathname}${NEW}?from=mail`);
  expect(cache).toBe("no-cache");
  expect((await request.get("_redirects")).status()).toBe(404);
});

test("an old address shows the page", async ({ page, baseURL }) => {
  await page.goto(OLD);
  await page.waitForURL(`${baseURL}${NEW}`);
  await expect(page.locator("h1")).toHaveCount(1);
});
