/** Passwords are stored as argon2id; hashing is bounded, so that a flood of logins queues instead of exhausting memory. */
import { availableParallelism } from "node:os";
import { hash, parseOptions, verify } from "@node-rs/argon2";
import { randomSecret } from "@/lib/kernel/random";
import { type Turns, takingTurns } from "@/lib/kernel/take-turns";

/** OWASP Password Storage Cheat Sheet: argon2id, 19 MiB, two passes, one lane. */
export const passwordHashing = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** At most one hash per core at a time, and this many waiting per core: about 2 s of work, then "busy". */
export const waitingPerCore = 64;

/** Thrown when too many hashes wait already; the web layer answers 503 with Retry-After. */
export class TooBusy extends Error {
  override name = "TooBusy";
}

const cores = availableParallelism();

// Next loads a module more than once (pages, actions, instrumentation); the queue must exist once a process. The server
// script looks at it, too: see scripts/admission.mjs.
const shared = globalThis as typeof globalThis & {
  /** `lasting`: how many milliseconds a hash has taken of late; undefined before the first. */
  twostepHashing?: Turns & { lasting: number | undefined };
};
shared.twostepHashing ??= { running: 0, waiting: [], lasting: undefined };
const queue = shared.twostepHashing;

/** Hashes `password`, exactly as typed, into PHC form. Throws {@link TooBusy} when the queue is full. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password, passwordHashing));
}

/** Whether `password` is the one behind `stored`; without a stored hash the same work is done for nothing. */
export async function passwordMatches(password: string, stored: string | null): Promise<boolean> {
  const matched = await inTurn(async () => verify(stored ?? (await decoy()), password));
  return matched && stored !== null;
}

/** Whether `stored` was made with weaker parameters than today's and should be made anew at the next login. */
export function needsRehash(stored: string): boolean {
  const { memoryCost, timeCost, parallelism } = parseOptions(stored);
  return (
    memoryCost < passwordHashing.memoryCost ||
    timeCost < passwordHashing.timeCost ||
    parallelism < passwordHashing.parallelism
  );
}

// Verifying against a hash that nobody has takes as long as a real one: who has an account stays unknown.
let decoyHash: Promise<string> | undefined;
const decoy = () => {
  decoyHash ??= hash(randomSecret(32), passwordHashing);
  return decoyHash;
};

const takeTurn = takingTurns(cores, queue);

async function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
  if (queue.running >= cores && queue.waiting.length >= waitingPerCore * cores)
    throw new TooBusy("Too many passwords are being checked");
  return takeTurn(async () => {
    const began = performance.now();
    try {
      return await work();
    } finally {
      const lasted = performance.now() - began;
      queue.lasting = queue.lasting === undefined ? lasted : queue.lasting + (lasted - queue.lasting) / 8;
    }
  });
}
