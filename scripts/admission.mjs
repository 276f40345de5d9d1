/** Decides who is let in, and tells the others to come back: what was begun is answered in time, whatever comes. */
import { availableParallelism } from "node:os";
import { ofPlainAnswers } from "./answer-headers.mjs";
import { isFile } from "./files.mjs";
import { isBehind } from "./turns.mjs";

/** How many requests are open at once, those included that wait for a mail server. More are told to come back. */
const mostOpen = Number(process.env.MAX_REQUESTS || 200);

/** How many are worked on at once. More would only wait for each other: with these, all processors are busy already. */
const mostAtWork = Math.min(mostOpen, Math.max(32, 16 * availableParallelism()));

/**
 * So many are always let in: a few people who come at once are no crowd, and a process that falls behind because others
 * use the processor has nothing to turn away. Half as many would make nobody's answer come sooner.
 */
const alwaysAtWork = 16;

/**
 * For how many milliseconds a password may wait until its hash begins. Who would wait longer is told to come back: with
 * this, a login under load takes at most twice as long as one at capacity (docs/performance.md, "Overload").
 */
const longestQueue = 60;

/** So many for each core may always wait: a few people who come at once are no crowd, however slow the machine. */
const alwaysWaiting = 4;

/** Whoever is not answered after so many milliseconds waits for something outside, and for no processor. */
const longestWork = 3_000;

/**
 * For how many milliseconds an answer may be on its way: a script of 230 kB, over the worst of lines. Whoever reads nothing
 * of what they asked for would hold a place for good, and two hundred of them all that there are.
 */
const longestAnswer = 60_000;

/** Load balancers ask this: one that is told "busy" would take the instance away, and hand its share to the next one. */
const probe = /^\/api\/health(\?|$)/;

/** So many of them at once: enough for every balancer there is, and no way around for a crowd. */
const mostProbes = 8;

let open = 0;
let atWork = 0;
let probes = 0;

/** Whether `request` is let in; else it is answered by now. Its address can be decoded. */
export function isLetIn(request, response) {
  if (probe.test(request.url) && probes < mostProbes) {
    probes += 1;
    response.once("close", () => (probes -= 1));
    cutOffInTime(request, response);
    return true;
  }
  // Of files consists a page that was let in: without them it is of no use.
  const isPart = isFile(request.url);
  const isTooMuch = atWork >= mostAtWork || (atWork >= alwaysAtWork && isBehind());
  const queues = bringsPassword(request) && passwordsWait();
  if (open >= mostOpen || queues || (isTooMuch && !isPart)) {
    // A browser asks for a page again by itself; what was sent is its owner's to send again.
    const again = request.method === "GET" && { Refresh: "1" };
    response.writeHead(503, { ...busyHeaders, ...again }).end("Busy. Try again in a second.\n");
    return false;
  }
  countIn(response, isPart ? 0 : 1);
  cutOffInTime(request, response);
  return true;
}

const busyHeaders = { "Retry-After": "1", ...ofPlainAnswers };

/** Whoever has a session, or is at the second step, is not turned away because of those who log in. */
function bringsPassword({ method, url }) {
  return method === "POST" && /^\/login(\?|$)/.test(url);
}

/** Looks at the queue of lib/accounts/password-hash.ts, once that is loaded: each core hashes one at a time. */
function passwordsWait() {
  const { waiting = [], lasting = 0 } = globalThis.twostepHashing ?? {};
  const ofEachCore = waiting.length / availableParallelism();
  return ofEachCore >= alwaysWaiting && ofEachCore * lasting >= longestQueue;
}

function countIn(response, work) {
  let left = work;
  const rest = () => {
    atWork -= left;
    left = 0;
  };
  open += 1;
  atWork += work;
  const timer = setTimeout(rest, longestWork);
  response.once("close", () => {
    clearTimeout(timer);
    rest();
    open -= 1;
  });
}

/**
 * A download takes as long as it takes, while anything of it is taken: how many there are is bounded where it is known for
 * whom (lib/web/download-places.ts).
 */
function cutOffInTime({ socket }, response) {
  let written = socket.bytesWritten;
  const timer = setInterval(() => {
    if (!response.hasHeader("content-disposition") || socket.bytesWritten === written) socket.destroy();
    written = socket.bytesWritten;
  }, longestAnswer);
  response.once("close", () => clearInterval(timer));
}
