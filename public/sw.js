/**
 * Keeps one page on the device: the one that says there is no connection. No other page is ever kept, because pages
 * hold addresses and codes. Forms that are sent (POST) never pass through here.
 */
const cacheName = "offline-1";
const offline = "/offline";

/** The page brings a text, a stylesheet and its letters, and may do nothing. */
const headers = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy":
    "default-src 'none'; style-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
};

self.addEventListener("install", (event) =>
  event.waitUntil(keepOfflinePage().then(() => self.skipWaiting())),
);

self.addEventListener("activate", (event) => event.waitUntil(start()));

self.addEventListener("fetch", (event) => {
  const { mode, method, destination } = event.request;
  if (mode === "navigate" && method === "GET") event.respondWith(page(event));
  else if (destination === "style") event.respondWith(style(event.request));
});

async function start() {
  for (const name of await caches.keys()) if (name !== cacheName) await caches.delete(name);
  // The browser asks for the page while this worker is still waking up.
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
}

/** The page from the server, or the one that says that there is none to be had. */
async function page(event) {
  try {
    const begun = await event.preloadResponse;
    // Where there is no connection, Firefox does not throw, but hands over an answer that is none.
    return begun && begun.type !== "error" ? begun : await fetch(event.request);
  } catch {
    return (await caches.match(offline)) ?? Response.error();
  }
}

/** A stylesheet from the server, or from beside the offline page. */
async function style(request) {
  try {
    return await fetch(request);
  } catch {
    return (await caches.match(request.url)) ?? Response.error();
  }
}

/** Fetched without cookies, so that it is nobody's; kept without scripts, which would take it for another page. */
async function keepOfflinePage() {
  const answer = await fetch(offline, { credentials: "omit", cache: "no-store" });
  if (!answer.ok) throw new Error(`The offline page answered ${answer.status}`);
  const html = (await answer.text()).replaceAll(/<script\b.*?<\/script>|<link\b[^>]*as="script"[^>]*>/gs, "");
  const cache = await caches.open(cacheName);
  await cache.addAll([...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href]) => href));
  await cache.put(offline, new Response(html, { headers }));
}
