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
      const place = ({ node, previousRect: from, currentRect: to }) => `${(node?.outerHTML ?? node?.textContent ?? "").slice(0, 60)}: ${from.x},${from.y} to ${to.x},${to.y}`;
      for (const { value, sources } of list.getEntries()) window.__shifts.push(`${value} ${sources.map(place).join("; ")}`);
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
