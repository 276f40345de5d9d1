/** Two instances on one Postgres behind a proxy: twice the logins where there are processors for it, and the same promises. */
import { availableParallelism } from "node:os";
import { database } from "@/lib/database/connection";
import { prepare } from "../../support/prepare";
import { balance } from "../measure/balancer";
import { cpuOf } from "../measure/cpu-time";
import { dropBenchDatabases, emptyDatabase } from "../measure/databases";
import { cookiesAfter, sendUntilServed, sideBySide } from "../measure/load";
import { median, ratios, spread } from "../measure/numbers";
import { type Findings, table } from "../measure/report";
import { startProduct } from "../measure/servers";
import { giveShare } from "../measure/share";
import { openSink } from "../measure/sink";
import { ours, seedOurs } from "../sides/ours";
import { makeUsers, type Side, type User } from "../sides/side";
import { promisesAcross } from "./instances-promises";

const rounds = 5;
const perRound = 120;
/** Two instances, their Postgres, the proxy and the clients: with fewer processors they only take from each other. */
const coresForTwo = 6;
/** Of a processor, for each instance where there are fewer: all of the others find room beside two of them. */
const share = 0.3;

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
    const few = availableParallelism() < coresForTwo;
    const shares = few ? [first, second].map(({ pid }) => giveShare(pid, share)) : [];
    let next = 0;
    const take = (count: number) => {
      next += count;
      return users.slice(next - count, next);
    };

    const measured: Found["measured"] = { one: [], two: [] };
    const [guide, guideOfBoth] = take(2) as [User, User];
    const sides = { one: await ours(one.origin, guide), two: await ours(both.origin, guideOfBoth) };
    for (let round = 0; round <= rounds; round += 1) {
      for (const [which, origin, pids] of [
        ["one", one.origin, [first.pid]],
        ["two", both.origin, [first.pid, second.pid]],
      ] as const) {
        const these = await logins(sides[which], origin, pids, take(perRound));
        // The first one loads the pages.
        if (round > 0) measured[which].push(these);
      }
    }
    for (const giveBack of shares) giveBack?.();
    const promises = await promisesAcross(sides.two, both.origin, [first.origin, second.origin], take(100));
    await Promise.all([first.stop(), second.stop()]);
    for (const balancer of [one, both]) balancer.close();
    return describe({ measured, promises, few, isShared: shares.every(Boolean) });
  } finally {
    sink.close();
    await database().destroy();
    await dropBenchDatabases();
  }
}

/** `told` is how often somebody had to come back, `busy` which part of a processor each instance has used. */
type Logins = { perSecond: number; told: number; busy: number };

/** Whole logins, whose steps go to one instance and to the other as it comes; `pids` are theirs. */
async function logins(side: Side, origin: string, pids: readonly number[], users: User[]): Promise<Logins> {
  const used = () => pids.reduce((sum, pid) => sum + (cpuOf(pid) ?? 0), 0);
  const [began, usedBefore] = [performance.now(), used()];
  let told = 0;
  await sideBySide(users, 16, async (user) => {
    const password = await sendUntilServed(origin, side.password(user));
    const cookies = cookiesAfter(password.answer, side.browser(user));
    const code = await sendUntilServed(origin, side.totp(user, cookies));
    if (!side.isRight("totp", code.answer))
      throw new Error(`A login ended with ${password.answer.status} and ${code.answer.status}`);
    told += password.told + code.told;
  });
  const lasted = performance.now() - began;
  const busy = (used() - usedBefore) / lasted / pids.length;
  return { perSecond: (users.length / lasted) * 1_000, told, busy };
}

type Found = {
  measured: { one: Logins[]; two: Logins[] };
  promises: [string, boolean][];
  /** Whether there are fewer processors than two instances need beside all of the others. */
  few: boolean;
  /** Whether each instance was given its share of one, then. */
  isShared: boolean;
};

function describe({ measured, promises, few, isShared }: Found): Findings {
  const series = (which: keyof Found["measured"], what: keyof Logins) =>
    measured[which].map((each) => each[what]);
  const ratio = ratios(series("two", "perSecond"), series("one", "perSecond"));
  const canTell = !few || isShared;
  const broken = promises.filter(([, held]) => !held).map(([what]) => what);
  return {
    title: "Two instances on one Postgres",
    goals: [
      {
        what: "whole logins per second with two instances ÷ with one",
        goal: "≥ 1.7 where cores allow",
        measured: spread(ratio, 2),
        met: canTell ? median(ratio) >= 1.7 : null,
        ...(!canTell && {
          why: `${availableParallelism()} cores are shared by two instances, Postgres, proxy and clients; one instance uses them all`,
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
      "Sixteen clients; a proxy sends each request to the next instance, so that a password is checked by one and its code by the other." +
        (few && isShared
          ? ` Each instance was given ${share * 100} % of a processor, as a small rented machine has: else one of them would use all that there is.`
          : ""),
      table(
        [
          "",
          "whole logins per second",
          "of a processor, each instance",
          `told to come back in a second, in ${perRound} logins`,
        ],
        (["one", "two"] as const).map((which) => [
          which === "one" ? "one instance behind the proxy" : "two",
          spread(series(which, "perSecond")),
          spread(series(which, "busy"), 2),
          spread(series(which, "told"), 0),
        ]),
      ),
      promises.map(([what, held]) => `- ${what}: ${held ? "yes" : "**no**"}`).join("\n"),
    ].join("\n\n"),
  };
}
