// Every test runs against the site at the root of a host and below a path; see `places.js`.
import { defineConfig } from "@playwright/test";
import { PLACES } from "./places.js";

const chromium = process.env.CHROMIUM ?? "/usr/bin/chromium";
// The pages are the same below a path, so what is slow and looks at them alone runs once; so does what has a server of its own.
const once = ["axe.spec.js", "budget.spec.js", "pieces.spec.js", "serve.spec.js"];

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.js",
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  // A busy machine may paint a page in pieces that no test asked for; what fails twice fails, and one that passed late is listed as flaky.
  retries: 1,
  // A busy machine is slow, and waiting costs nothing where all is well.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  // What failed is told last, where no terminal shows it as it comes.
  reporter: [[process.stdout.isTTY ? "line" : "dot"]],
  outputDir: "../../test-results",
  webServer: [
    { command: "node nginx.js", port: PLACES[0].port, reuseExistingServer: false, timeout: 180_000 },
    { command: "node server.js", port: PLACES[2].port, reuseExistingServer: false },
  ],
  use: {
    browserName: "chromium",
    viewport: { width: 1280, height: 800 },
    locale: "en-GB",
    launchOptions: {
      executablePath: chromium,
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    },
  },
  projects: PLACES.map(({ name, url, only }, at) => ({
    name,
    use: { baseURL: url },
    ...(only && { testMatch: only }),
    ...(at > 0 && { testIgnore: once }),
  })),
});
