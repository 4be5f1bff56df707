// Serves built sites from disk on loopback. The bundled site stands at the path of its place, every other one at
// `<path>sites/<name>/`. It does what the simplest static host does: folders have an `index.html`, unknown addresses get the 404
// page of their locale, and there are no headers but types.
import { createServer } from "node:http";
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { PLACES, SERVED } from "./places.js";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
  ".txt": "text/plain; charset=utf-8",
  ".xml": "application/xml",
  ".wasm": "application/wasm",
};

const served = SERVED;

for (const place of PLACES.filter(({ name }) => !name.startsWith("nginx"))) {
  createServer((request, response) => answer(place, request, response)).listen(place.port, "127.0.0.1");
}

async function answer(place, request, response) {
  const pathname = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
  if (!pathname.startsWith(place.path)) return send(response, 404, "text/plain", "not the site");
  const { folder, below } = siteOf(pathname.slice(place.path.length));
  let file = path.normalize(path.join(folder, below));
  if (!file.startsWith(served)) return send(response, 403, "text/plain", "outside");
  try {
    if ((await stat(file)).isDirectory()) {
      if (!pathname.endsWith("/")) return redirect(response, `${pathname}/`);
      file = path.join(file, "index.html");
    }
    send(response, 200, TYPES[path.extname(file)] ?? "application/octet-stream", await readFile(file));
  } catch {
    const page = await notFound(folder, below);
    send(response, 404, "text/html; charset=utf-8", page);
  }
}

function siteOf(below) {
  const found = /^sites\/([^/]+)\/(.*)$/.exec(below);
  return found ? { folder: path.join(served, found[1]), below: found[2] } : { folder: path.join(served, "bundled"), below };
}

async function notFound(folder, below) {
  for (const page of [`${below.split("/")[0]}/404.html`, "404.html"]) {
    try {
      return await readFile(path.join(folder, page));
    } catch {
      // The next one answers.
    }
  }
  return "not found";
}

function redirect(response, location) {
  response.writeHead(301, { location }).end();
}

function send(response, status, type, body) {
  response.writeHead(status, { "content-type": type, "cache-control": "no-cache" }).end(body);
}
