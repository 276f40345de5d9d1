/** Two instances on one Postgres behind a proxy: twice the logins where there are processors for it, and the same promises. */
import { availableParallelism } from "node:os";
import { database } from "@/lib/database/connection";
import { prepare } from "../../support/prepare";
import { balance } from "../measure/balancer";
import { dropBenchDatabases, emptyDatabase } from "../measure/databases";
import { cookiesAfter, sendUntilServed, sideBySide } from "../measure/load";
import { median, ratios, spread } from "../measure/numbers";
import { type Findings, table } from "../measure/report";
import { startProduct } from "../measure/servers";
import { openSink } from "../measure/sink";
import { ours, seedOurs } from "../sides/ours";
import { makeUsers, type Side, type User } from "../sides/side";
import { promisesAcross } from "./instances-promises";

const rounds = 5;
const perRound = 120;
/** Two instances, their Postgres, the proxy and the clients: with fewer processors they only take from each other. */
const coresForTwo = 6;

export async function measure(): Promise<Findings> {
  const { name, url } = await emptyDatabase("instances");
  process.env.POSTGRES_URL = url;
  const sink = await openSink();
  try {
    await prepare(database());
    const users = makeUsers((rounds + 1) * perRound * 2 + 200, "jane");
    await seedOurs(name, users);
    const environment = { POSTGRES_URL: url, SMTP_URL: sink.url };
    const [first, second] = [await startProduct(environment), await startProduct(environment)];
    const one = await balance([first.origin]);
    const both = await balance([first.origin, second.origin]);
    let next = 0;
    const take = (count: number) => {
      next += count;
      return users.slice(next - count, next);
    };

    const rates = { one: [] as number[], two: [] as number[] };
    const told = { one: [] as number[], two: [] as number[] };
    const [guide, guideOfBoth] = take(2) as [User, User];
    const sides = { one: await ours(one.origin, guide), two: await ours(both.origin, guideOfBoth) };
    for (let round = 0; round <= rounds; round += 1) {
      for (const [which, origin] of [
        ["one", one.origin],
        ["two", both.origin],
      ] as const) {
        const measured = await logins(sides[which], origin, take(perRound));
        // The first one loads the pages.
        if (round === 0) continue;
        rates[which].push(measured.perSecond);
        told[which].push(measured.told);
      }
    }
    const promises = await promisesAcross(sides.two, both.origin, [first.origin, second.origin], take(100));
    await Promise.all([first.stop(), second.stop()]);
    for (const balancer of [one, both]) balancer.close();
    return describe(rates, told, promises);
  } finally {
    sink.close();
    await database().destroy();
    await dropBenchDatabases();
  }
}

/** Whole logins, whose steps go to one instance and to the other as it comes; `told` is how often somebody had to come back. */
async function logins(
  side: Side,
  origin: string,
  users: User[],
): Promise<{ perSecond: number; told: number }> {
  const began = performance.now();
  let told = 0;
  await sideBySide(users, 16, async (user) => {
    const password = await sendUntilServed(origin, side.password(user));
    const cookies = cookiesAfter(password.answer, side.browser(user));
    const code = await sendUntilServed(origin, side.totp(user, cookies));
    if (!side.isRight("totp", code.answer))
      throw new Error(`A login ended with ${password.answer.status} and ${code.answer.status}`);
    told += password.told + code.told;
  });
  return { perSecond: users.length / ((performance.now() - began) / 1_000), told };
}

function describe(
  rates: { one: number[]; two: number[] },
  told: { one: number[]; two: number[] },
  promises: [string, boolean][],
): Findings {
  const ratio = ratios(rates.two, rates.one);
  const cores = availableParallelism();
  const enough = cores >= coresForTwo;
  const broken = promises.filter(([, held]) => !held).map(([what]) => what);
  return {
    title: "Two instances on one Postgres",
    goals: [
      {
        what: "whole logins per second with two instances ÷ with one",
        goal: "≥ 1.7 where cores allow",
        measured: spread(ratio, 2),
        met: enough ? median(ratio) >= 1.7 : null,
        ...(!enough && {
          why: `${cores} cores are shared by two instances, Postgres, proxy and clients; one instance uses them all`,
        }),
      },
      {
        what: "promises hold across instances",
        goal: "all",
        measured: `${promises.length - broken.length} of ${promises.length}`,
        met: broken.length === 0,
        ...(broken.length > 0 && { why: broken.join("; ") }),
      },
    ],
    text: [
      "Sixteen clients; a proxy sends each request to the next instance, so that a password is checked by one and its code by the other.",
      table(
        ["", "whole logins per second", `told to come back in a second, in ${perRound} logins`],
        [
          ["one instance behind the proxy", spread(rates.one), spread(told.one, 0)],
          ["two", spread(rates.two), spread(told.two, 0)],
        ],
      ),
      promises.map(([what, held]) => `- ${what}: ${held ? "yes" : "**no**"}`).join("\n"),
    ].join("\n\n"),
  };
}
