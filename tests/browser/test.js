// Playwright's test with the house's rule: a console error, a broken script, a violation of the Content-Security-Policy or
// a request to another origin fails whatever test it happens in.
import { test as base, expect } from "@playwright/test";

export const test = base.extend({
  /** What went wrong so far; a test that provokes something takes it out again. */
  troubles: [async ({ context, baseURL }, use) => {
    const troubles = [];
    await context.exposeBinding("__trouble", (_, text) => troubles.push(text));
    await context.addInitScript(() => {
      addEventListener("securitypolicyviolation", (event) => {
        window.__trouble(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
      });
    });
    context.on("weberror", (error) => troubles.push(`script: ${error.error()}`));
    context.on("console", (message) => {
      if (message.type() === "error") troubles.push(`console: ${message.text()}`);
    });
    context.on("request", (request) => {
      const url = new URL(request.url());
      if (url.protocol.startsWith("http") && url.origin !== new URL(baseURL).origin) troubles.push(`request: ${url}`);
    });
    await use(troubles);
    expect(troubles).toEqual([]);
  }, { auto: true }],
});

export { expect };
