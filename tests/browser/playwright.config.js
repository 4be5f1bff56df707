// Every test runs against the site at the root of a host and below a path; `server.js` serves both.
import { defineConfig } from "@playwright/test";
import { PLACES, SERVED } from "./places.js";

const chromium = process.env.CHROMIUM ?? "/usr/bin/chromium";

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.js",
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  reporter: [["line"]],
  outputDir: "../../test-results",
  globalSetup: "./build.js",
  webServer: { command: `node server.js ${SERVED}`, port: PLACES[0].port, reuseExistingServer: false },
  use: {
    browserName: "chromium",
    viewport: { width: 1280, height: 800 },
    locale: "en-GB",
    launchOptions: {
      executablePath: chromium,
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    },
  },
  projects: PLACES.map(({ name, url }) => ({ name, use: { baseURL: url } })),
});
