/** Three times as many people as the machine can serve: what happens to those who are let in, and to the others. */
import { setTimeout as pause } from "node:timers/promises";
import { database } from "@/lib/database/connection";
import { prepare } from "../../support/prepare";
import { memoryOf } from "../measure/cpu-time";
import { dropBenchDatabases, emptyDatabase } from "../measure/databases";
import { type Answer, atPace, type Request, send, sideBySide } from "../measure/load";
import { median, p95, spread } from "../measure/numbers";
import { type Findings, type Goal, table } from "../measure/report";
import { type Server, startProduct } from "../measure/servers";
import { openSink } from "../measure/sink";
import { ours, seedOurs } from "../sides/ours";
import { browserHeaders, makeUsers, type Side, type User } from "../sides/side";

const rounds = 5;
const seconds = 6;
/** After so many milliseconds whoever was refused asks again: long enough not to be load, short enough to leave no gap. */
const moment = 50;

type Load = {
  name: string;
  ask(user: User): Request;
  isRight(answer: Answer): boolean;
  /** What stands in the way where the goal is missed. */
  why?: string;
};
type Outcome = {
  capacity: number;
  p95AtCapacity: number;
  p95: number;
  served: number;
  refused: number;
  strange: number;
};

export async function measure(): Promise<Findings> {
  const { name, url } = await emptyDatabase("overload");
  process.env.POSTGRES_URL = url;
  const sink = await openSink();
  try {
    await prepare(database());
    const users = makeUsers(40_000, "jane");
    await seedOurs(name, users);
    const server = await startProduct({ POSTGRES_URL: url, SMTP_URL: sink.url });
    const side = await ours(server.origin, users[0] as User);
    let next = 1;
    const somebody = () => users[next++ % users.length] as User;
    const outcomes: [Load, Outcome[]][] = [];
    let memory = 0;
    const watch = setInterval(() => {
      memory = Math.max(memory, memoryOf(server.pid));
    }, 200);
    const before = memoryOf(server.pid);
    for (const load of loads(side, server.origin)) {
      const all: Outcome[] = [];
      for (let round = 0; round <= rounds; round += 1) {
        const outcome = await press(server, load, somebody);
        if (round > 0) all.push(outcome);
      }
      outcomes.push([load, all]);
      console.log(load.name);
    }
    clearInterval(watch);
    const alive = (await send(server.origin, { method: "GET", path: "/api/health" })).status === 200;
    await server.stop();
    return describe(outcomes, { before, memory, alive });
  } finally {
    sink.close();
    await database().destroy();
    await dropBenchDatabases();
  }
}

function loads(side: Side, origin: string): Load[] {
  return [
    {
      name: "right password",
      ask: side.password,
      isRight: (answer) => side.isRight("password", answer),
      why:
        "a password may wait 60 ms for its hash to begin; with less, people of one office who come at once would be told " +
        "to come back",
    },
    {
      name: "the login page",
      ask: (user) => ({ method: "GET", path: "/login", headers: browserHeaders(origin, user) }),
      isRight: ({ status }) => status === 200,
    },
  ];
}

/** Finds the capacity, which is what is served and not what is refused; then asks that often, then three times as often. */
async function press({ origin }: Server, load: Load, somebody: () => User): Promise<Outcome> {
  const ask = () => send(origin, load.ask(somebody()));
  const began = performance.now();
  const end = began + (seconds / 2) * 1_000;
  const done = await sideBySide(Array.from({ length: 16 }), 16, async () => {
    let count = 0;
    while (performance.now() < end) {
      if (load.isRight(await ask())) count += 1;
      else await pause(moment);
    }
    return count;
  });
  const capacity = done.reduce((sum, count) => sum + count, 0) / ((performance.now() - began) / 1_000);
  await pause(300);
  const atCapacity = await atPace(capacity, seconds, ask);
  await pause(300);
  const pressed = await atPace(capacity * 3, seconds, ask);
  await pause(300);
  const served = pressed.filter(load.isRight);
  const refused = pressed.filter(({ status, retryAfter }) => status === 503 && Number(retryAfter) > 0);
  return {
    capacity,
    p95AtCapacity: p95(atCapacity.filter(load.isRight).map(({ time }) => time)),
    p95: p95(served.map(({ time }) => time)),
    served: served.length / seconds,
    refused: refused.length / seconds,
    strange: pressed.length - served.length - refused.length,
  };
}

function describe(
  outcomes: [Load, Outcome[]][],
  { before, memory, alive }: { before: number; memory: number; alive: boolean },
): Findings {
  const goals = outcomes.flatMap(([{ name, why }, all]): Goal[] => {
    // Of medians: exactly at capacity a queue grows or not as it comes, and one round says little.
    const slower = median(all.map((each) => each.p95)) / median(all.map((each) => each.p95AtCapacity));
    const strange = all.reduce((sum, each) => sum + each.strange, 0);
    return [
      {
        what: `${name} at 3 × capacity: p95 of the accepted ÷ that at capacity`,
        goal: "≤ 2",
        measured: slower.toFixed(2),
        met: slower <= 2,
        ...(slower > 2 && why && { why }),
      },
      {
        what: `${name}: the excess is told 503 and when to come back`,
        goal: "all of it",
        measured: strange === 0 ? "all of it" : `${strange} answers were neither`,
        met: strange === 0,
      },
    ];
  });
  goals.push({
    what: "memory, and still there afterwards",
    goal: "bounded, no crash",
    measured: `${before.toFixed(0)} MB before, at most ${memory.toFixed(0)} MB`,
    met: alive && memory < 1_024,
  });
  const of = (all: Outcome[], what: keyof Outcome, digits = 0) =>
    spread(
      all.map((each) => each[what]),
      digits,
    );
  const text = [
    `Capacity is how many of sixteen clients are served who ask as soon as they are served, and a moment after they are refused. Then people come who do not wait for each other: ${seconds} ` +
      `seconds at that pace, and ${seconds} at three times it, while the load itself takes its share of the same processors. Times in milliseconds.`,
    table(
      [
        "",
        "capacity, per second",
        "p95 at capacity",
        "p95 of the accepted at 3 ×",
        "accepted per second",
        "told 503 per second",
      ],
      outcomes.map(([{ name }, all]) => [
        name,
        of(all, "capacity"),
        of(all, "p95AtCapacity"),
        of(all, "p95"),
        of(all, "served"),
        of(all, "refused"),
      ]),
    ),
  ].join("\n\n");
  return { title: "Overload", goals, text };
}
