/** The downloads of one organisation leave the places of all the others alone. */
import { AsyncLocalStorage } from "node:async_hooks";
import { expect, test } from "vitest";
import { takePlace } from "@/lib/web/download-places";

const requests = new AsyncLocalStorage<{ address: string; whenOver?: (done: () => void) => void }>();
Object.assign(globalThis, { [Symbol.for("twostep.request")]: requests });

/** Asks for a download of the organisation `id`; `end` is the end of that request. */
function download(id: string) {
  const ends: (() => void)[] = [];
  const scope = { address: "192.0.2.7", whenOver: (done: () => void) => void ends.push(done) };
  const isTaken = requests.run(scope, () => takePlace(id));
  const end = () => {
    for (const done of ends) done();
  };
  return { isTaken, end };
}

test("four downloads of an organisation go on at once, and the next once one is over", () => {
  const first = Array.from({ length: 4 }, () => download("acme"));
  expect(first.map(({ isTaken }) => isTaken)).toEqual([true, true, true, true]);
  const [refused, elsewhere] = [download("acme"), download("beta")];
  expect([refused.isTaken, elsewhere.isTaken]).toEqual([false, true]);
  // Whoever was refused has no place to give back.
  refused.end();
  expect(download("acme").isTaken).toBe(false);
  first[0]?.end();
  expect([download("acme").isTaken, download("acme").isTaken]).toEqual([true, false]);
});

test("one whose reader has given up by now holds no place", () => {
  const scope = { address: "192.0.2.7", whenOver: (done: () => void) => done() };
  expect(requests.run(scope, () => takePlace("gone"))).toBe(true);
  const others = Array.from({ length: 4 }, () => download("gone"));
  expect(others.map(({ isTaken }) => isTaken)).toEqual([true, true, true, true]);
});

test("where nobody knows when a request is over, none is counted", () => {
  for (let asked = 0; asked < 5; asked += 1) expect(takePlace("unbounded")).toBe(true);
});
