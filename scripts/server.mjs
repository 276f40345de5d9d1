/**
 * The server around Next's request handler, for demo, dev and production. It knows what Next cannot: where a request
 * comes from, and the status an answer asked for. Who is let in is decided before Next is asked.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { createServer } from "node:http";
import { parseArgs } from "node:util";
import next from "next";
import { isLetIn } from "./admission.mjs";
import { everywhere } from "./answer-headers.mjs";
import { askedPath } from "./asked-path.mjs";
import { closeServers, watchConnections } from "./close-servers.mjs";
import { listen } from "./listen.mjs";
import { isMethodTaken } from "./methods.mjs";
import "./outlive-log.mjs";
import { isAddressTaken } from "./parameters.mjs";
import { whenToldToStop } from "./told-to-stop.mjs";
import { watchTurns } from "./turns.mjs";

const { values } = parseArgs({
  options: {
    dev: { type: "boolean", default: false },
    port: { type: "string" },
    hostname: { type: "string" },
  },
});
const port = Number(values.port);

/**
 * How many milliseconds a connection may be idle: longer than a proxy keeps one (60 s at nginx and AWS). Otherwise it
 * would at times use one that was closed in that moment, and answer 502 to a form that it cannot send a second time.
 */
const keepAliveTimeout = 75_000;

/**
 * How many milliseconds a request may take to arrive, its head and all of it: a form of some kB, over the worst of
 * lines. With Node's five minutes, two hundred that trickle would hold all that may be open at once.
 */
const arriving = { headersTimeout: 10_000, requestTimeout: 20_000, connectionsCheckingInterval: 5_000 };

/**
 * How many proxies stand in front, each of which adds the address it saw to X-Forwarded-For. lib/kernel/env.ts has
 * refused by now what is no number: it would count from the left, where the client writes.
 */
const proxies = Number(process.env.TRUSTED_PROXIES || 0);

/** What lib/web/request-scope.ts reads and writes; one for each request. */
const requests = new AsyncLocalStorage();
globalThis[Symbol.for("twostep.request")] = requests;

/** What lib/jobs/start-product.ts calls when the product cannot start. */
globalThis[Symbol.for("twostep.give-up")] = (why) => {
  console.error(why);
  process.exit(1);
};

const app = next({ dev: values.dev, port, hostname: values.hostname ?? "localhost" });
await app.prepare();
const handle = app.getRequestHandler();

function serve(request, response) {
  // Next waits for the close of an answer up to nine times itself; with ours Node would warn of a leak, at each one in
  // dev and at each download elsewhere.
  response.setMaxListeners(20);
  request.url = askedPath(request.url);
  // Next asks this server itself for the page that a form leads to, in the protocol that this names, which only the proxy
  // speaks: the page would be missing from the answer, and each login in the log as a fault.
  delete request.headers["x-forwarded-proto"];
  if (!isAddressTaken(request, response)) return;
  if (!isLetIn(request, response)) return;
  if (!isMethodTaken(request, response)) return;
  // Next leads from `/login/` to `/login` before it looks at what every answer carries.
  for (const { key, value } of everywhere) response.setHeader(key, value);
  const scope = { address: addressOf(request), whenOver: whenOver(response) };
  applyStatus(request, response, scope);
  requests.run(scope, () => handle(request, response));
}

watchTurns();
const create = () => watchConnections(createServer({ keepAliveTimeout, ...arriving }, serve));
const servers = await listen(create, {
  port,
  hostname: values.hostname,
  ...(values.dev && { single: true }),
});
if (values.dev) for (const server of servers) server.on("upgrade", app.getUpgradeHandler());
console.log(`Twostep listens on http://${values.hostname ?? "localhost"}:${port}`);
whenToldToStop(end);

/**
 * The address of the client: that of the socket, or with proxies in front the one that the outermost of ours saw.
 * What stands further left in X-Forwarded-For was written by the client and is worth nothing (ASVS 5.0, 4.1.3).
 */
function addressOf(request) {
  const forwarded = String(request.headers["x-forwarded-for"] ?? "").split(",");
  const path = [
    ...forwarded.map((address) => address.trim()).filter(Boolean),
    request.socket.remoteAddress ?? "",
  ];
  return path.at(-1 - proxies) ?? path[0];
}

/** Does what it is given once `response` is over; at once where whoever asked has given up by now. */
const whenOver = (response) => (done) => (response.closed ? done() : response.once("close", done));

/** Seconds after which a database that was restarted answers again, mostly. */
const awayFor = 5;

/** Lets an answer have the status that a page or an action asked for. */
function applyStatus(request, response, scope) {
  const writeHead = response.writeHead;
  response.writeHead = (status, ...rest) => {
    const asked = statusOf(status, request, scope);
    const retryAfter = asked === 503 && status === 500 ? awayFor : scope.retryAfter;
    if (retryAfter) response.setHeader("Retry-After", String(retryAfter));
    // What leads on for good is kept by browsers, with the token of a mailed link in it.
    if (status === 308) response.setHeader("Cache-Control", "no-store");
    if (isOutdated(status, request)) {
      response.setHeader("Location", `/updated?next=${encodeURIComponent(request.url)}`);
      return writeHead.call(response, 303, ...rest);
    }
    return writeHead.call(response, asked, ...rest);
  };
}

/**
 * Whether a form without JavaScript names an action that is not of this build: that of a page from before an update. Next
 * answers with a bare sentence; with JavaScript components/lost-on-the-way.ts says it at the form.
 */
const isOutdated = (status, { method, headers }) =>
  status === 409 && method === "POST" && !headers["next-action"];

/** What Next's `status` is for the one who asked; redirects and faults of ours stay what they are. */
function statusOf(status, { method }, { notFound, status: asked = status, insteadOfFault = status }) {
  if (status === 200) return notFound ? 404 : asked;
  if (status === 500) return insteadOfFault;
  // The page behind an action leads elsewhere, and 307 would have the browser post its form there, where nobody knows it.
  if (status === 307 && method === "POST") return 303;
  return status;
}

/** Answers what is under way, finishes the jobs that are being done, and ends; what is not over in ten seconds is cut. */
async function end() {
  setTimeout(() => process.exit(1), 10_000).unref();
  const answered = closeServers(servers);
  // What lib/jobs/start-product.ts has left here; nothing if it has not come so far.
  await globalThis[Symbol.for("twostep.stop")]?.(answered);
  await answered;
  await app.close();
  process.exit(0);
}
