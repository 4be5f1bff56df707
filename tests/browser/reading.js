// What the tests of the reading comfort share: where their pages lie, and a way to measure that nothing moved.

/** The page that has each block that scripts change. */
export const COMFORT = "sites/reading/en-gb/comfort/";
/** Another page with the same alternatives. */
export const AGAIN = "sites/reading/en-gb/again/";

/** The tab of a label; `group` counts the groups of the page. */
export const tab = (page, label, group = 0) => page.getByRole("tablist").nth(group).getByRole("tab", { name: label });

/** Notes every layout shift of the pages to come, whatever the reader did. Ask for the sum with `shifted`. */
export async function watchShifts(page) {
  await page.addInitScript(() => {
    window.__shifts = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.__shifts.push(...entry.sources.map(({ node }) => `${entry.value} ${node?.nodeName}`));
    }).observe({ type: "layout-shift", buffered: true });
  });
}

/** What has moved since the page began, once two frames have gone by. */
export function shifted(page) {
  return page.evaluate(async () => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))));
    return window.__shifts;
  });
}
