// A page that a slow line brings in pieces: nothing moves, and no mark is seen where its value is known.
import { Pieces } from "./pieces.js";
import { THUNDERBIRD, key, store } from "./reader.js";
import { COMFORT, watchShifts, shifted } from "./reading.js";
import { expect, test as base } from "./test.js";

const KINDS = "sites/kinds/en-gb/guide/";
const VALUES = { "kinds.region": "eu", "kinds.number": "7", "kinds.code": "ab1", "kinds.domain": "example.net" };

const test = base.extend({
  pieces: async ({}, use) => use(new Pieces()),
  baseURL: async ({ baseURL, pieces }, use) => {
    await use(await pieces.start(baseURL));
    pieces.stop();
  },
  // A bar that comes when the page grows longer than the window must not move anything either.
  launchOptions: async ({ launchOptions }, use) => use({ ...launchOptions, ignoreDefaultArgs: ["--hide-scrollbars"] }),
});

test.beforeEach(() => test.setTimeout(180_000));

/** Notes what the page's marks show in each frame to come. */
const watchMarks = (page) => page.addInitScript(() => {
  window.seen = new Set();
  const look = () => {
    document.querySelectorAll("[data-parameter]:not(:empty)").forEach((mark) => window.seen.add(`${mark.dataset.parameter}: ${mark.textContent}`));
    requestAnimationFrame(look);
  };
  look();
});

for (const [width, height] of [[390, 12000], [1280, 2000]]) {
  for (const [address, value] of [[THUNDERBIRD, "3"], [THUNDERBIRD, ""], [COMFORT, ""], ["ar/mail/", ""]]) {
    test(`nothing moves in ${address} ${value ? "with" : "without"} a stored value, ${width} pixels wide`, async ({ page, pieces }) => {
      if (value) await store(page, { "email-pro.server": value });
      await page.setViewportSize({ width, height });
      await watchShifts(page);
      await watchMarks(page);
      const mark = `email-pro.server: ${value || "?"}`;
      let isHeadSeen = false;
      await pieces.open(page, address, async (part) => {
        expect(await page.evaluate(() => window.__shifts), `after ${Math.round(part * 100)} %`).toEqual([]);
        isHeadSeen ||= part < 0.8 && (await page.locator("h1").filter({ visible: true }).count()) > 0;
      });
      expect(isHeadSeen).toBe(true);
      expect(await shifted(page)).toEqual([]);
      expect([...new Set([...(await page.evaluate(() => [...window.seen])), mark])]).toEqual([mark]);
      await expect(page.locator("footer p").first()).toBeVisible();
    });
  }
}

test("a mark of several letters shows its value alone while it arrives", async ({ page, pieces }) => {
  await page.goto(KINDS);
  await page.evaluate(([key, text]) => localStorage.setItem(key, text), [key(page), JSON.stringify(VALUES)]);
  await watchMarks(page);
  await pieces.open(page, KINDS);
  const expected = Object.entries(VALUES).map(([id, value]) => `${id}: ${value}`);
  expect((await page.evaluate(() => [...window.seen])).sort()).toEqual(expected.sort());
  await page.getByRole("button", { name: "Forget my values" }).click();
  await expect(page.locator("h1")).toHaveText("The server RR-N-CODE.DOMAIN");
});
