// A static file server for one folder, on this machine only: node serve.mjs FOLDER PORT
import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, resolve, sep } from "node:path";

const HOST = "127.0.0.1";
const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

// What a page cannot say of itself. Its policy is in the page, and holds on any server.
const HEADERS = {
  "content-security-policy": "frame-ancestors 'none'",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};

const root = resolve(process.argv[2]);
const port = Number(process.argv[3]);

function stop(sentence) {
  console.error(`error: ${sentence}`);
  process.exit(1);
}

// The file an address names, or nothing when there is none inside the folder.
function find(url) {
  try {
    let path = resolve(root, "." + decodeURIComponent(new URL(url, `http://${HOST}`).pathname));
    if (path === root) path = resolve(root, "index.html");
    const file = statSync(path);
    return path.startsWith(root + sep) && file.isFile() ? { path, size: file.size } : undefined;
  } catch {
    return undefined;
  }
}

const server = createServer((request, response) => {
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.writeHead(405, { ...HEADERS, allow: "GET, HEAD" }).end();
    return;
  }
  const file = find(request.url);
  if (!file) {
    response.writeHead(404, { ...HEADERS, "content-type": TYPES[".txt"] }).end("Not found\n");
    return;
  }
  response.writeHead(200, {
    ...HEADERS,
    "content-type": TYPES[extname(file.path)] ?? "application/octet-stream",
    "content-length": file.size,
    "cache-control": "no-cache",
  });
  if (request.method === "HEAD") response.end();
  else createReadStream(file.path).on("error", () => response.destroy()).pipe(response);
});

server.on("error", (error) => {
  if (error.code === "EADDRINUSE") stop(`Port ${port} is taken: end what uses it, or choose another with \`make run PORT=${port + 1}\`.`);
  if (error.code === "EACCES") stop(`Port ${port} may not be used by this account: choose one above 1023 with \`make run PORT=8080\`.`);
  stop(`The app cannot be served: ${error.message}.`);
});

if (!Number.isInteger(port) || port < 1 || port > 65535) stop(`\`${process.argv[3]}\` is not a port: use a number from 1 to 65535.`);
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(0));
server.listen(port, HOST, () => console.log(`==> Weighbridge is on http://${HOST}:${port} (Ctrl-C ends it)`));
