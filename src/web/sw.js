{
  // Keeps one whole build of the page in the browser, so that the page opens without a network.
  // The build writes its own name and the list of its files, each with its SHA-256, in place of the two texts below.
  // It is all one block: WebKit takes a worker whose transfer was cut off, if what came of it can be read.

  const BUILD = "{build}";
  const FILES = "{files}";

  const PREFIX = "weighbridge-";
  const CACHE = PREFIX + BUILD;
  const SCOPE = self.registration.scope;

  const hex = (bytes) => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");

  // One file, straight from the server and exactly as it was built, or an error.
  async function fetched(name) {
    const response = await fetch(SCOPE + name, { cache: "no-store" });
    if (!response.ok) throw new Error(`${name}: ${response.status}`);
    const bytes = await response.arrayBuffer();
    if (hex(await crypto.subtle.digest("SHA-256", bytes)) !== FILES[name]) throw new Error(`${name} is of another build`);
    const headers = new Headers(response.headers);
    // They speak of the bytes on the wire.
    headers.delete("content-encoding");
    headers.delete("content-length");
    return new Response(bytes, { headers });
  }

  // All files or none: the build that was there before stays whole.
  async function install() {
    try {
      const responses = await Promise.all(Object.keys(FILES).map(async (name) => [name, await fetched(name)]));
      const cache = await caches.open(CACHE);
      for (const [name, response] of responses) await cache.put(SCOPE + name, response);
    } catch (error) {
      await caches.delete(CACHE);
      throw error;
    }
  }

  // Other builds go once a single page is left, and it is of this one: no page can ask for their files then.
  async function tidy() {
    // What is being fetched right now may be a newer build.
    if (self.registration.installing || self.registration.waiting) return;
    const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
    if (pages.length > 1) return;
    const others = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
    await Promise.all(others.map((name) => caches.delete(name)));
  }

  // The name of the file that is asked for, if it is a file of a build.
  function named(request) {
    const address = request.url.split(/[?#]/)[0];
    if (request.method !== "GET" || !address.startsWith(SCOPE)) return undefined;
    const name = address.slice(SCOPE.length);
    return name === "" ? "index.html" : name;
  }

  async function answered(request, name) {
    if (Object.hasOwn(FILES, name)) {
      const cache = await caches.open(CACHE);
      return (await cache.match(SCOPE + name)) ?? fetch(request);
    }
    // A page of the build before this one may still ask for its own files, whose names say what is in them.
    return (request.mode === "navigate" ? undefined : await caches.match(SCOPE + name)) ?? fetch(request);
  }

  self.addEventListener("install", (event) => event.waitUntil(install()));

  self.addEventListener("fetch", (event) => {
    const name = named(event.request);
    if (name !== undefined && name !== "sw.js") event.respondWith(answered(event.request, name));
  });

  self.addEventListener("message", (event) => {
    if (event.data === "build") event.ports[0].postMessage(BUILD);
    if (event.data === "take over") self.skipWaiting();
    if (event.data === "tidy") event.waitUntil(tidy());
  });
}
