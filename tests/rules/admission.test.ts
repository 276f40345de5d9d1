/** Turned away are pages when the process falls behind, and passwords when many wait; never what a page consists of. */
import { createServer, IncomingMessage, ServerResponse } from "node:http";
import { type AddressInfo, Socket } from "node:net";
import { availableParallelism } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { expect, onTestFinished, test, vi } from "vitest";
import { hashPassword, passwordMatches } from "@/lib/accounts/password-hash";
import { isLetIn } from "../../scripts/admission.mjs";
import { everywhere } from "../../scripts/answer-headers.mjs";
import { isBehind, watchTurns } from "../../scripts/turns.mjs";

test("of seventeen pages at once in a process that is behind the last is turned away; its scripts never are", async () => {
  watchTurns();
  const waiting: ServerResponse[] = [];
  const server = createServer((request, response) => {
    if (request.url !== "/waits") fallBehind();
    if (!isLetIn(request, response)) return;
    if (request.url === "/waits") waiting.push(response);
    else response.end("in");
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  onTestFinished(() => void server.close());
  const ask = (path: string) => fetch(`http://localhost:${(server.address() as AddressInfo).port}${path}`);

  const pages = Array.from({ length: 16 }, () => ask("/waits"));
  while (waiting.length < 16) await pause(5);
  const [page, script] = [await ask("/last"), await ask("/_next/static/a.js")];
  expect([page.status, page.headers.get("retry-after"), script.status]).toEqual([503, "1", 200]);
  for (const { key, value } of everywhere) expect([key, page.headers.get(key)]).toEqual([key, value]);
  expect(page.headers.get("cache-control")).toBe("no-store");
  // A form that is told so knows it by these words, which Next hands on of this type alone (components/lost-on-the-way).
  expect([page.headers.get("content-type"), await page.text()]).toEqual([
    "text/plain",
    expect.stringMatching(/^Busy\b/),
  ]);
  // Whoever looks at it need not press anything; a form would be asked for instead of sent.
  const form = await fetch(page.url, { method: "POST" });
  expect([page.headers.get("refresh"), form.status, form.headers.get("refresh")]).toEqual(["1", 503, null]);

  // Pages that are not there, and take as much work to say so as those that are.
  const almostFiles = ["/sw.json", "/icon.svgx", "/icons/nothing.png", "/manifest.webmanifest/"];
  const almost = await Promise.all(almostFiles.map(async (path) => [path, (await ask(path)).status]));

  for (const response of waiting) response.end();
  await Promise.all(pages);
  expect(almost).toEqual(almostFiles.map((path) => [path, 503]));
  await pause(50);
  expect((await ask("/last")).status).toBe(200);
});

test("whoever asks for the health of a process that is behind is let in, eight at a time", async () => {
  watchTurns();
  const waiting: ServerResponse[] = [];
  const answered: boolean[] = [];
  const server = createServer((request, response) => {
    if (waiting.length >= 16) fallBehind();
    answered.push(isLetIn(request, response));
    if (answered.at(-1)) waiting.push(response);
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  onTestFinished(() => void server.close());
  const ask = (path: string) => fetch(`http://localhost:${(server.address() as AddressInfo).port}${path}`);

  const pages = Array.from({ length: 16 }, () => ask("/waits"));
  while (waiting.length < 16) await pause(5);
  const probes = Array.from({ length: 8 }, () => ask("/api/health"));
  while (waiting.length < 24) await pause(5);
  expect((await ask("/api/health")).status).toBe(503);

  for (const response of waiting) response.end();
  await Promise.all([...pages, ...probes]);
});

function fallBehind(): void {
  const end = performance.now() + 60;
  while (performance.now() < end);
}

/** The queue that lib/accounts/password-hash.ts shares with the server. */
function hashing() {
  return (globalThis as { twostepHashing?: { lasting: number | undefined } }).twostepHashing;
}

/** A server behind the admission, which answers whoever is let in: how it is asked for a status. */
async function door() {
  const server = createServer((request, response) => {
    if (isLetIn(request, response)) response.end("in");
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return async (method: string, path: string) =>
    (await fetch(`http://localhost:${port}${path}`, { method })).status;
}

test("the first hash tells how long one takes, so that the first crowd is seen", async () => {
  // As in a process that has hashed nothing yet; other tests may have, in this one.
  Object.assign(hashing() ?? {}, { lasting: undefined });
  const began = performance.now();
  await hashPassword("tangerine harbour seventy");
  const lasted = performance.now() - began;
  expect(hashing()?.lasting).toBeGreaterThan(lasted / 2);
});

test("a password is turned away while many wait to be hashed, and neither a code nor a page is", async () => {
  const ask = await door();
  const stored = await hashPassword("tangerine harbour seventy");
  const many = Array.from({ length: 40 * availableParallelism() }, () => passwordMatches("another", stored));
  expect(await ask("POST", "/login?next=/")).toBe(503);
  expect([await ask("POST", "/login/verify/email"), await ask("GET", "/login")]).toEqual([200, 200]);
  await Promise.all(many);
  expect(await ask("POST", "/login")).toBe(200);
});

test("passwords wait 60 ms, and four for each core always may, however long a hash takes", async () => {
  const shared = globalThis as { twostepHashing?: unknown };
  const queue = hashing();
  onTestFinished(() => {
    shared.twostepHashing = queue;
  });
  const ask = await door();
  const askWhile = (perCore: number, lasting: number) => {
    shared.twostepHashing = { waiting: Array(perCore * availableParallelism()), lasting };
    return ask("POST", "/login");
  };
  expect([await askWhile(5, 11), await askWhile(6, 11)]).toEqual([200, 503]);
  expect([await askWhile(3, 400), await askWhile(4, 400)]).toEqual([200, 503]);
});

test("an answer that nobody reads is cut off after a minute, a health's too, and a download that is read is not", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval"] });
  onTestFinished(() => void vi.useRealTimers());
  const begin = (url: string, headers: Record<string, string> = {}) => {
    const { isIn, response } = ask(url);
    expect(isIn).toBe(true);
    response.setHeaders(new Headers(headers));
    return response.req.socket;
  };
  const download = () => begin("/administration/users/download", { "content-disposition": "attachment" });
  const unread = [begin("/login"), begin("/_next/static/a.js"), begin("/api/health"), download()];
  const file = download();
  const areCutOff = () => [...unread, file].map(({ destroyed }) => destroyed);
  const read = vi.spyOn(file, "bytesWritten", "get").mockReturnValue(1_000);
  vi.advanceTimersByTime(59_999);
  expect(areCutOff()).toEqual([false, false, false, false, false]);
  vi.advanceTimersByTime(1);
  expect(areCutOff()).toEqual([true, true, true, true, false]);
  // However long it takes: until nothing of it is taken any more.
  read.mockReturnValue(2_000);
  vi.advanceTimersByTime(60_000);
  expect(areCutOff().at(-1)).toBe(false);
  vi.advanceTimersByTime(60_000);
  expect(areCutOff().at(-1)).toBe(true);
});

/** Asks for `url`, and stays open until the test is over. */
function ask(url: string) {
  const request = Object.assign(new IncomingMessage(new Socket()), { method: "GET", url });
  const response = new ServerResponse(request);
  onTestFinished(() => void response.emit("close"));
  return { isIn: isLetIn(request, response), response };
}

test.skipIf(16 * availableParallelism() >= 200)(
  "of as many pages as keep all processors busy the next is turned away, until those have waited for three seconds",
  async () => {
    watchTurns();
    while (isBehind()) await pause(5);
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    onTestFinished(() => void vi.useRealTimers());
    const most = Math.max(32, 16 * availableParallelism());
    const atWork = Array.from({ length: most }, () => ask("/"));
    expect(atWork.every(({ isIn }) => isIn)).toBe(true);
    expect([ask("/").isIn, ask("/_next/static/a.js").isIn]).toEqual([false, true]);
    // Whoever is not answered by now waits for a mail server, and for no processor.
    vi.advanceTimersByTime(3_000);
    expect(ask("/").isIn).toBe(true);
  },
);

test("of two hundred requests that are open at once the next is told to come back, whatever it asks for", () => {
  const file = "/_next/static/a.js";
  const open = Array.from({ length: 200 }, () => ask(file));
  expect(open.every(({ isIn }) => isIn)).toBe(true);
  for (const path of [file, "/"]) {
    const { isIn, response } = ask(path);
    expect([isIn, response.statusCode]).toEqual([false, 503]);
  }
  open[0]?.response.emit("close");
  expect(ask(file).isIn).toBe(true);
});
