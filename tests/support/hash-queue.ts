/** Holds up the queue of passwords to be hashed, so that something happens while one of them waits. */
import { availableParallelism } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { type Turns, takingTurns } from "@/lib/kernel/take-turns";

/** What lib/accounts/password-hash.ts keeps for the whole process, once it is loaded. */
const queue = () => (globalThis as typeof globalThis & { twostepHashing: Turns }).twostepHashing;

/** How often it is looked whether a password waits, ten milliseconds apart. */
const looks = 500;

/**
 * Begins `act`, does `meanwhile` once the password of `act` waits to be hashed, and lets it go on; returns what came of
 * it. What `meanwhile` does must hash nothing.
 */
export async function whileItsHashWaits<Value>(
  act: () => Promise<Value>,
  meanwhile: () => unknown,
): Promise<Value> {
  const places = availableParallelism();
  const taking = takingTurns(places, queue());
  const held = Promise.withResolvers<void>();
  for (let place = 0; place < places; place += 1) void taking(() => held.promise);
  const acting = act();
  try {
    await untilOneWaits();
    await meanwhile();
  } finally {
    held.resolve();
  }
  return acting;
}

async function untilOneWaits(): Promise<void> {
  for (let look = 0; look < looks; look += 1) {
    if (queue().waiting.length > 0) return;
    await pause(10);
  }
  throw new Error("Nobody came whose password is to be hashed");
}
