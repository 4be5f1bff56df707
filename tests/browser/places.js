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

/** The first of the ports; other runs at the same time take others. */
const PORT = Number(process.env.POLYGUIDE_TEST_PORT ?? 4701);

/**
 * The bundled site as publishers may serve it: by nginx with the snippet that the build wrote, at the root of a host and below
 * a path, and by a server that knows nothing but files. `path` ends with a slash; `folder` is the build for that address.
 * The other sites stand below `<path>sites/`. What does not depend on the server is tested by nginx alone.
 */
export const PLACES = [
  { name: "nginx", path: "/", folder: "bundled" },
  { name: "nginx below a path", path: "/help/guides/", folder: "bundled-below" },
  { name: "plain files", path: "/", folder: "bundled", only: ["pages.spec.js", "search.spec.js", "values.spec.js"] },
].map((place, at) => ({ ...place, port: PORT + at, url: `http://127.0.0.1:${PORT + at}${place.path}` }));
