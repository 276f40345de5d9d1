/** Plays the steps: within a round each side in turn does a step before any does the next, and another one begins each time. */

import { inDatabase } from "../measure/databases";
import { type Answer, cookiesAfter, type Request, send } from "../measure/load";
import { type Measured, measureRequests, measureWork, type Place } from "../measure/rounds";
import type { Sink } from "../measure/sink";
import { browserHeaders, type Side, type Step, type User } from "../sides/side";

export type Contestant = Place & {
  side: Side;
  users: User[];
  /** The steps in which it differs from another one; what is measured of its others is of no interest. */
  only?: readonly Step[];
};

/** What was measured of a step, by side, a number for each round. */
export type Series = Record<(typeof kept)[number], number[]>;
const kept = ["perSecond", "cpu", "postgres", "hashing", "wal"] as const;

export type Results = Record<string, Map<string, Series>>;

type Play = {
  contestants: Contestant[];
  /** Sides of which only the password step is of interest. */
  onlyPassword: Contestant[];
  /** Where the product's guard stands without a page around it; null where only pages are asked for. */
  guard: Place | null;
  /** Where actions stand that look nothing up, and how each is asked; null where that is of no interest. */
  frameworks: (Place & { actions: [string, (user: User) => Request][] }) | null;
  rounds: number;
  perRound: { totp: number; mail: number; whole: number };
  fewPerRound: number;
  sink: Sink;
};

type Browser = { user: User; cookies: string };

/** Rounds that are not measured: until then a server still compiles what it has done a few hundred times. */
export const warmUpRounds = 12;

export async function playRounds(play: Play): Promise<Results> {
  const results: Results = {};
  for (let round = 0; round < warmUpRounds + play.rounds; round += 1) {
    const note = (step: string, name: string, measured: Omit<Measured, "answers" | "times">) => {
      if (round < warmUpRounds) return;
      results[step] ??= new Map();
      const series = results[step].get(name) ?? {
        perSecond: [],
        cpu: [],
        postgres: [],
        hashing: [],
        wal: [],
      };
      for (const what of kept) series[what].push(measured[what]);
      results[step].set(name, series);
    };
    await playRound(play, round, note);
    // As Postgres does by itself a minute after tables were filled: plans for empty tables are not what is measured.
    if (round === 0) for (const { database } of play.contestants) await inDatabase(database, "analyze");
    const measured = round - warmUpRounds + 1;
    console.log(measured > 0 ? `round ${measured} of ${play.rounds}` : "warming up");
  }
  return results;
}

type Note = (step: string, name: string, measured: Omit<Measured, "answers" | "times">) => void;

async function playRound(play: Play, round: number, note: Note): Promise<void> {
  const { perRound, sink } = play;
  const sides = inTurn(play.contestants, round);
  const first = round * (perRound.totp + perRound.mail + perRound.whole);
  const usersOf = ({ users }: Contestant, from: number, count: number) =>
    users.slice(first + from, first + from + count);

  const browsers = new Map<Contestant, Browser[]>();
  for (const each of sides) {
    const users = usersOf(each, 0, perRound.totp + perRound.mail);
    browsers.set(
      each,
      await step(
        each,
        "password",
        users.map((user) => ({ user, cookies: each.side.browser(user) })),
        note,
      ),
    );
  }
  for (const each of inTurn(play.onlyPassword, round)) {
    const count = each.users.length === play.contestants[0]?.users.length ? perRound.totp : play.fewPerRound;
    const users = each.users.slice(round * play.fewPerRound, round * play.fewPerRound + count);
    await step(
      each,
      "password",
      users.map((user) => ({ user, cookies: each.side.browser(user) })),
      note,
    );
  }
  const inside = new Map<Contestant, Browser[]>();
  for (const each of sides)
    inside.set(each, await step(each, "totp", of(browsers, each).slice(0, perRound.totp), note));
  for (const each of sides) {
    const waiting = await step(each, "send-code", of(browsers, each).slice(perRound.totp), note);
    await step(each, "mail-code", waiting, note, ({ email }) => sink.codeFor(email));
  }
  const whole = sides.filter(({ only }) => !only);
  await sessions(play, whole, inside, note);
  for (const [name, ask] of inTurn(play.frameworks?.actions ?? [], round)) {
    const asked = usersOf(sides[0] as Contestant, 0, perRound.totp).map(ask);
    const isRight = ({ status }: Answer) => status === 303;
    note("empty action", name, await measureRequests(play.frameworks as Place, asked, isRight));
  }
  for (const each of whole) {
    const users = usersOf(each, perRound.totp + perRound.mail, perRound.whole);
    note("whole login", each.side.name, await measureWork(each, users, (user) => wholeLogin(each, user)));
  }
}

/** Does a step in each of `browsers`, and returns them as it leaves them. */
async function step(
  each: Contestant,
  name: Exclude<Step, "session">,
  browsers: Browser[],
  note: Note,
  code: (user: User) => string = () => "",
): Promise<Browser[]> {
  const { side } = each;
  const requests = browsers.map(({ user, cookies }): Request => {
    if (name === "password") return side.password(user);
    if (name === "totp") return side.totp(user, cookies);
    return name === "send-code" ? side.sendCode(user, cookies) : side.mailCode(user, cookies, code(user));
  });
  const measured = await measureRequests(each, requests, (answer) => side.isRight(name, answer));
  if (!each.only || each.only.includes(name)) note(name, side.name, measured);
  return browsers.map(({ user, cookies }, index) => {
    const answer = measured.answers[index];
    return { user, cookies: answer ? cookiesAfter(answer, cookies) : cookies };
  });
}

/** The guard alone on every side, and a page of ours with all that stands on it. */
async function sessions(play: Play, sides: Contestant[], inside: Map<Contestant, Browser[]>, note: Note) {
  for (const each of sides) {
    const asking = [...of(inside, each), ...of(inside, each)];
    if (each.side.name !== "ours" || !play.guard) {
      const requests = asking.map(({ user, cookies }) => each.side.session(user, cookies));
      note(
        "session",
        each.side.name,
        await measureRequests(each, requests, (it) => each.side.isRight("session", it)),
      );
      continue;
    }
    const guarded = asking.map(
      ({ user, cookies }): Request => ({
        method: "GET",
        path: "/api/guard",
        headers: browserHeaders(each.origin, user, cookies),
      }),
    );
    note("session", "ours", await measureRequests(play.guard, guarded, ({ status }) => status === 200));
    const pages = of(inside, each).map(({ user, cookies }) => each.side.session(user, cookies));
    note("home page", "ours", await measureRequests(each, pages, (it) => each.side.isRight("session", it)));
  }
}

async function wholeLogin({ side, origin }: Contestant, user: User): Promise<void> {
  const first = await send(origin, side.password(user));
  const second = await send(origin, side.totp(user, cookiesAfter(first, side.browser(user))));
  if (!side.isRight("password", first) || !side.isRight("totp", second))
    throw new Error(`${side.name}: a login ended with ${first.status} and ${second.status}`);
}

function inTurn<Value>(all: Value[], round: number): Value[] {
  const begin = all.length > 0 ? round % all.length : 0;
  return [...all.slice(begin), ...all.slice(0, begin)];
}

function of(browsers: Map<Contestant, Browser[]>, each: Contestant): Browser[] {
  const found = browsers.get(each);
  if (!found) throw new Error(`${each.side.name} has not come so far`);
  return found;
}
