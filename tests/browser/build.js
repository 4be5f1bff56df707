// Builds the sites that the tests look at: the bundled one, and each folder of `sites/`.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { HERE, POLYGUIDE, ROOT, SERVED } from "./places.js";

export default function build() {
  const sites = path.join(HERE, "sites");
  const own = existsSync(sites) ? readdirSync(sites).map((name) => [path.join(sites, name), name]) : [];
  for (const [site, name] of [[ROOT, "bundled"], ...own]) {
    const out = path.join(SERVED, name);
    // The search of another version of the program must not be kept.
    rmSync(path.join(out, ".polyguide/sets"), { recursive: true, force: true });
    execFileSync(POLYGUIDE, ["build", site, "--quiet", "--out", out], { stdio: "inherit" });
  }
}
