import { expect, test } from "vitest";
import { milliseconds } from "@/lib/kernel/duration";
import { gathered } from "@/lib/kernel/gather";

const company = milliseconds(5);

/** A write that ends when it is told to. */
function slowWrite() {
  const written: number[][] = [];
  const ends: ((fault?: Error) => void)[] = [];
  const write = (items: number[]) => {
    written.push(items);
    return new Promise<void>((resolve, reject) => ends.push((fault) => (fault ? reject(fault) : resolve())));
  };
  return { written, ends, put: gathered(write, company) };
}

const moment = () => new Promise((resolve) => setTimeout(resolve, 4 * company));

test("what comes while something is being written goes in one piece after it", async () => {
  const { written, ends, put } = slowWrite();
  const first = put(1);
  await moment();
  const others = [put(2), put(3)];
  await moment();
  expect(written).toEqual([[1]]);
  ends[0]?.();
  await first;
  await moment();
  expect(written).toEqual([[1], [2, 3]]);
  ends[1]?.();
  await Promise.all(others);
});

test("a promise resolves when its own item is written, not before", async () => {
  const { ends, put } = slowWrite();
  let done = false;
  const mine = put(1).then(() => {
    done = true;
  });
  await moment();
  expect(done).toBe(false);
  ends[0]?.();
  await mine;
  expect(done).toBe(true);
});

test("a write that fails fails for its own items, and the next ones are written all the same", async () => {
  const { ends, put } = slowWrite();
  const first = put(1);
  await moment();
  const second = put(2);
  ends[0]?.(new Error("gone"));
  await expect(first).rejects.toThrow("gone");
  await moment();
  ends[1]?.();
  await expect(second).resolves.toBeUndefined();
});
