// Serves dist/ as a static host would, under a sub-path: `node tests/e2e/server.mjs` to look at it by hand. Another build, one
// for development say, is served by its folder in $RELANCE_DIST.

import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, relative, resolve as absolute, sep } from "node:path";
import { fileURLToPath } from "node:url";

const DIST = absolute(process.env.RELANCE_DIST ?? fileURLToPath(new URL("../../dist", import.meta.url)));
const SUB_PATH = "/un/sous-chemin/";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

/** Starts on a free port of this machine; `url` is the address of the app, `close` ends the server. */
export async function startServer({ dist = DIST, subPath = SUB_PATH } = {}) {
  const server = createServer((request, response) => {
    answer(dist, subPath, request).then(({ status, headers, body }) => {
      response.writeHead(status, headers);
      response.end(request.method === "HEAD" ? undefined : body);
    });
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const close = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return { origin, url: origin + subPath, close };
}

async function answer(dist, subPath, request) {
  const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
  const file = normalize(join(dist, path.slice(subPath.length) || "index.html"));
  if (!path.startsWith(subPath) || !file.startsWith(dist + sep)) return notFound();
  const headers = {
    "content-type": TYPES[extname(file)] ?? "application/octet-stream",
    "cache-control": "no-cache",
    ...(await wanted(dist, `/${relative(dist, file)}`)),
    vary: "accept-encoding",
  };
  // As static hosts do: what has not changed is not sent again.
  const { mtimeMs, size } = (await stat(file).catch(() => null)) ?? {};
  headers.etag = `"${size}-${mtimeMs}"`;
  if (size !== undefined && request.headers["if-none-match"] === headers.etag) return { status: 304, headers };
  const acceptsBrotli = /\bbr\b/.test(request.headers["accept-encoding"] ?? "");
  const brotli = acceptsBrotli ? await readFile(`${file}.br`).catch(() => null) : null;
  if (brotli) return { status: 200, headers: { ...headers, "content-encoding": "br" }, body: brotli };
  const plain = await readFile(file).catch(() => null);
  return plain ? { status: 200, headers, body: plain } : notFound();
}

/** The headers that the site wants for a path: what its file `_headers` says, as the hosts that know it read it. */
async function wanted(dist, path) {
  const rules = await readFile(join(dist, "_headers"), "utf8").catch(() => "");
  const headers = {};
  let applies = false;
  for (const line of rules.split("\n").filter(Boolean)) {
    const [, name, value] = /^\s+([^:]+): (.*)$/.exec(line) ?? [];
    if (name) Object.assign(headers, applies && { [name.toLowerCase()]: value });
    else applies = path.startsWith(line.replace(/\*$/, ""));
  }
  return headers;
}

function notFound() {
  return { status: 404, headers: { "content-type": "text/plain" }, body: "404" };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { url } = await startServer();
  console.log(url);
}
