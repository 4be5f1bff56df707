// Serves built sites by nginx, each with the snippet that its build wrote, until this process is ended.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { build } from "./build.js";
import { PLACES, SERVED } from "./places.js";

const own = mkdtempSync(path.join(tmpdir(), "polyguide-nginx-"));

// nginx reads the snippets when it starts.
build();

/** A folder that a server can have as its `root`: the site at its path, the others below it. */
function rootOf({ path: below, folder, port }) {
  const root = path.join(own, String(port));
  const place = path.join(root, below);
  mkdirSync(path.dirname(place), { recursive: true });
  symlinkSync(path.join(SERVED, folder), place.replace(/\/$/, "") || root);
  return root;
}

function server(place) {
  return `
    server {
      listen 127.0.0.1:${place.port};
      root ${rootOf(place)};
      absolute_redirect off;
      location ^~ ${place.path}sites/ { alias ${SERVED}/; index index.html; }
      include ${path.join(SERVED, place.folder, "_nginx.conf")};
    }`;
}

const types = ["/etc/nginx/mime.types", "/usr/local/etc/nginx/mime.types", "/opt/homebrew/etc/nginx/mime.types"].find(existsSync);
const configuration = path.join(own, "nginx.conf");
writeFileSync(
  configuration,
  `daemon off;
  ${process.getuid?.() === 0 ? "user root;" : ""}
  pid ${own}/pid;
  error_log stderr warn;
  events {}
  http {
    include ${types};
    default_type application/octet-stream;
    access_log off;
    client_body_temp_path ${own}/body; proxy_temp_path ${own}/proxy; fastcgi_temp_path ${own}/fastcgi;
    uwsgi_temp_path ${own}/uwsgi; scgi_temp_path ${own}/scgi;
    ${PLACES.filter(({ name }) => name.startsWith("nginx")).map(server).join("")}
  }`,
);
const nginx = spawn(process.env.NGINX ?? "nginx", ["-c", configuration, "-p", own], { stdio: "inherit" });
const end = () => nginx.kill();
process.on("SIGTERM", end).on("SIGINT", end);
nginx.on("exit", (code) => {
  rmSync(own, { recursive: true, force: true });
  process.exit(code ?? 0);
});
