// Builds the sites that the tests look at: the bundled one for each of its addresses, the same with its values fixed, and each
// folder of `sites/`.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { HERE, PLACES, POLYGUIDE, ROOT, SERVED } from "./places.js";

const FIXED = ["--set", "email-pro.server=5", "--set", "exchange.server=6"];

export function build() {
  const sites = path.join(HERE, "sites");
  const own = existsSync(sites) ? readdirSync(sites).map((name) => [path.join(sites, name), name]) : [];
  const bundled = PLACES.filter(({ only }) => !only).map(({ folder, url }) => [ROOT, folder, "--base-url", url]);
  for (const [site, name, ...options] of [...bundled, [ROOT, "fixed", ...FIXED], ...own]) {
    const out = path.join(SERVED, name);
    // The search of another version of the program must not be kept.
    rmSync(path.join(out, ".polyguide/sets"), { recursive: true, force: true });
    execFileSync(POLYGUIDE, ["build", site, "--quiet", "--out", out, ...options], { stdio: "inherit" });
  }
}
