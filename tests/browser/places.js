// Where the built sites lie on disk and on the web.
import { fileURLToPath } from "node:url";
import path from "node:path";

/** The folder of these tests. */
export const HERE = path.dirname(fileURLToPath(import.meta.url));
/** The repository, which is the bundled site. */
export const ROOT = path.join(HERE, "../..");
/** The folder that holds a folder for each built site. */
export const SERVED = path.join(ROOT, "test-results-sites");
/** The program under test. */
export const POLYGUIDE = process.env.POLYGUIDE ?? path.join(ROOT, "target/debug/polyguide");

/** The first of two ports; other runs at the same time take others. */
const PORT = Number(process.env.POLYGUIDE_TEST_PORT ?? 4701);

/** The same files at the root of a host and below a path, as a publisher may put them. `path` ends with a slash. */
export const PLACES = [
  { name: "root", port: PORT, path: "/" },
  { name: "below a path", port: PORT + 1, path: "/help/guides/" },
].map((place) => ({ ...place, url: `http://127.0.0.1:${place.port}${place.path}` }));
