/**
 * How long an answer takes for an address that somebody has, and for one that nobody has: 200 times each, in turn, on a
 * Postgres server of its own. Prints medians and their difference; not part of `npm test`, because a time is no law.
 *
 *   npx tsx tests/bench/enumeration.ts
 */

import { createDatabase, dropDatabases } from "../support/server";
import { testEnvironment } from "../support/test-environment";

const samples = 200;
const name = `twostep_enumeration_${process.pid}`;
Object.assign(process.env, testEnvironment, { NODE_ENV: "test", POSTGRES_URL: await createDatabase(name) });

// Only now: the environment is read once.
const { closeDatabase, database } = await import("@/lib/database/connection");
const { prepareQueue, stopQueue } = await import("@/lib/mail/queue");
const { prepare } = await import("../support/prepare");
const { organisation, person, visitor } = await import("../support/world");
const { startLogin } = await import("@/lib/login/start-login");
const { requestPasswordReset } = await import("@/lib/accounts/request-password-reset");
const { requestActivationAgain } = await import("@/lib/accounts/send-activation");

try {
  await prepare(database());
  await prepareQueue();
  const of = await organisation();
  // One for each sample: the limits of an account must not be what is measured.
  const people = await Promise.all(Array.from({ length: samples }, () => person(of, { confirmed: false })));
  const doors = {
    login: (email: string, from: typeof visitor) =>
      startLogin(
        { email, password: "quite another one" },
        { presentToken: null, returnTo: "/", visitor: from },
      ),
    "new password": requestPasswordReset,
    "new confirmation": requestActivationAgain,
  };
  for (const [door, ask] of Object.entries(doors)) {
    const times = { somebody: [] as number[], nobody: [] as number[] };
    for (let index = -10; index < samples; index += 1) {
      const from = { ...visitor, address: `2001:db8:${(index + 10).toString(16)}::1` };
      const asked = {
        somebody: people[Math.max(0, index)]?.email ?? "",
        nobody: `nobody-${index}@example.com`,
      };
      // Now the one first and now the other, so that neither always finds the caches warm.
      const order = (index % 2 ? ["somebody", "nobody"] : ["nobody", "somebody"]) as (keyof typeof times)[];
      for (const who of order) {
        const began = performance.now();
        await ask(asked[who], from);
        // The first ten of each only warm up.
        if (index >= 0) times[who].push(performance.now() - began);
      }
    }
    const [somebody, nobody] = [median(times.somebody), median(times.nobody)];
    const spread = median(times.nobody.map((time) => Math.abs(time - nobody)));
    console.log(
      `${door}: somebody ${somebody.toFixed(2)} ms, nobody ${nobody.toFixed(2)} ms; ` +
        `${Math.abs(somebody - nobody).toFixed(2)} ms apart, where one answer differs from the next by ${spread.toFixed(2)} ms`,
    );
  }
} finally {
  await stopQueue();
  await closeDatabase();
  await dropDatabases(name);
}

function median(times: number[]): number {
  return [...times].sort((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0;
}
