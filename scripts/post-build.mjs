// The last step of every build: gives the pages their Content-Security-Policy and the name of the build, and writes the
// service worker with the list of all files. Trunk runs it on its staging folder; by hand: node post-build.mjs FOLDER.
// Run twice on a folder, it changes nothing the second time.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const WORKER = "sw.js";
const folder = process.argv[2] ?? process.env.TRUNK_STAGING_DIR;
if (!folder) {
  console.error("error: `post-build.mjs` needs the folder of a build: it is run by Trunk, or by hand as `node scripts/post-build.mjs FOLDER`.");
  process.exit(1);
}

const digest = (bytes, encoding) => createHash("sha256").update(bytes).digest(encoding);
const names = readdirSync(folder).filter((name) => name !== WORKER && !name.endsWith(".map")).sort();
const read = (name) => readFileSync(join(folder, name));

// What the page may do: nothing but run what came with it. `wasm-unsafe-eval` allows WebAssembly, and no other eval.
function policy(page) {
  const inline = [...page.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)];
  const hashes = inline.map(([, script]) => ` 'sha256-${digest(script, "base64")}'`);
  return [
    "default-src 'none'",
    `script-src 'self' 'wasm-unsafe-eval'${hashes.join("")}`,
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

// Files whose names do not say what is in them: with their digest, a page takes no other build's. A page that was made
// short has no quotes around names.
const sealed = (page) =>
  page.replace(/<(?:script|link)\b[^>]*\s(?:src|href)=["']?(rescue\.(?:js|css))\b[^>]*>/g, (tag, name) => {
    const open = tag.replace(/ integrity="[^"]*"/, "").replace(/\s*\/?>$/, "");
    return `${open} integrity="sha256-${digest(read(name), "base64")}">`;
  });
const bare = (page) => sealed(page).replace(/<meta (http-equiv="Content-Security-Policy"|name="weighbridge-build")[^>]*>/g, "");
const pages = new Map(names.filter((name) => name.endsWith(".html")).map((name) => [name, bare(read(name).toString())]));

// The worker is part of the build: a new one has to be installed like a new page.
const template = readFileSync(new URL("../src/web/sw.js", import.meta.url)).toString();
const everything = [template, ...names.flatMap((name) => [name, digest(pages.get(name) ?? read(name), "hex")])];
const build = digest(everything.join("\n"), "hex").slice(0, 16);

for (const [name, page] of pages) {
  const tags = `<meta http-equiv="Content-Security-Policy" content="${policy(page)}"><meta name="weighbridge-build" content="${build}">`;
  // Before anything that it is about. A page that was made short leaves out the tag of its head.
  const start = [/<head(?:\s[^>]*)?>/, /<html(?:\s[^>]*)?>/].find((tag) => tag.test(page));
  if (!start) throw new Error(`${name} has neither <head> nor <html>, and so no place for its policy`);
  writeFileSync(join(folder, name), page.replace(start, (open) => open + tags));
}

const files = Object.fromEntries(names.map((name) => [name, digest(read(name), "hex")]));
writeFileSync(
  join(folder, WORKER),
  template.replace('"{build}"', () => JSON.stringify(build)).replace('"{files}"', () => JSON.stringify(files)),
);
