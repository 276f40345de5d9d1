/** What the steps came to: the tables, and each goal with its ratio, one for each round. */
import { median, ratios, spread } from "../measure/numbers";
import { type Findings, type Goal, table } from "../measure/report";
import type { Framework } from "../sides/frameworks";
import type { Step } from "../sides/side";
import { type Results, type Series, warmUpRounds } from "./steps-rounds";
import { oursByMailAlone, type StatementCounts } from "./steps-statements";

const peerName = "better-auth, argon2id";
const scrypt = "better-auth, scrypt";
const titles: Record<string, string> = {
  password: "right password",
  totp: "right TOTP",
  "send-code": "send a mail code",
  "mail-code": "right mail code",
  session: "session at each request",
  "home page": "a whole page behind the guard",
  "empty action": "an action that asks nobody",
  "whole login": "whole login: password and TOTP",
};

export function describeSteps(results: Results, statements: StatementCounts, hash: number): Findings {
  const cpu = (step: string, side: string) => seriesOf(results, step, side).cpu;
  const times = (step: string, side: string) => ratios(cpu(step, side), cpu(step, "ours"));
  const whole = cpu("whole login", "ours");
  const perCore = whole.map((each) => 1000 / each);
  /** Of a whole login, what is not done in the threads that hash. */
  const besideHash = (side: string) => {
    const { cpu: all, hashing } = seriesOf(results, "whole login", side);
    return all.map((each, round) => each - (hashing[round] ?? 0));
  };
  const rest = besideHash("ours");
  const byApp = ["password", "totp"] as const;
  const byMail = ["password", "send-code", "mail-code"] as const;
  const asked = (side: string, steps: readonly Step[]) =>
    steps.reduce((sum, step) => sum + (statements[side]?.[step]?.count ?? 0), 0);
  const sessionAsks = statements.ours?.session?.count ?? 0;
  const ms = (values: number[]) => `${median(values).toFixed(1)} ms`;
  const action = cpu("empty action", "Next and NextAuth alone" satisfies Framework);
  /** What a goal for a code is at with the least that can be done about it, where it must be done and in a bare handler. */
  const atFloor = (step: string) =>
    `the target, which does the least, is at ${spread(ratios(cpu(step, peerName), cpu(step, "target in an action")), 2)} in an ` +
    "action that signs in by NextAuth, as the product's must, and as a bare route handler at " +
    `${spread(ratios(cpu(step, peerName), cpu(step, "target")), 2)}`;
  const atTarget = (step: string, side: string) =>
    `the target, which does all of the step and nothing else, is at ${spread(ratios(cpu(step, side), cpu(step, "target")), 2)}`;
  const targetWhole = cpu("whole login", "target");

  const goals: Goal[] = [
    atLeast("right TOTP ÷ better-auth, CPU", 3.5, times("totp", peerName), atFloor("totp")),
    atLeast("right mail code ÷ better-auth, CPU", 3.5, times("mail-code", peerName), atFloor("mail-code")),
    atLeast(
      "password step ÷ better-auth as it comes, CPU",
      8,
      times("password", scrypt),
      atTarget("password", scrypt),
    ),
    atLeast("… with malloc tuned", 3, times("password", `${scrypt}, malloc tuned`)),
    atLeast("… with the same argon2id", 1.5, times("password", peerName), atTarget("password", peerName)),
    withWhy(
      {
        what: "whole logins per second and core",
        goal: "≥ 35",
        measured: spread(perCore),
        met: median(perCore) >= 35,
      },
      `the hash alone takes ${hash.toFixed(1)} ms here, and the target does ${spread(targetWhole.map((each) => 1000 / each))}`,
    ),
    withWhy(
      {
        what: "all of a login that is not the hash, CPU",
        goal: "≤ 8 ms",
        measured: `${spread(rest)} ms`,
        met: median(rest) <= 8,
      },
      `Next takes ${ms(cpu("empty action", "Next alone" satisfies Framework))} for the action of the password and, with ` +
        `NextAuth, ${ms(action)} for that of the code; the target, which has neither, takes ${ms(besideHash("target"))}`,
    ),
    {
      what: "SQL in a whole login: password, TOTP, session row",
      goal: "≤ 6",
      measured: `${asked("ours", byApp)}; better-auth ${asked("better-auth", byApp)}`,
      met: asked("ours", byApp) <= 6,
    },
    {
      what: "… password, code by e-mail with its letter, session row",
      goal: "≤ 6",
      measured:
        `${asked(oursByMailAlone, ["password", "mail-code"])}, after a choice of methods ${asked("ours", byMail)}; ` +
        `better-auth ${asked("better-auth", byMail)}`,
      met: asked(oursByMailAlone, ["password", "mail-code"]) <= 6,
    },
    {
      what: "SQL of a session at each request",
      goal: "1",
      measured: String(sessionAsks),
      met: sessionAsks === 1,
    },
    atLeast(
      "session at each request ÷ better-auth, CPU",
      2.2,
      times("session", peerName),
      atTarget("session", peerName),
    ),
  ];
  return {
    title: "Steps of a login, beside better-auth and the least that is possible",
    goals,
    text: text(results, statements, hash),
  };
}

function atLeast(what: string, least: number, measured: number[], why?: string): Goal {
  const goal = { what, goal: `≥ ${least}`, measured: spread(measured, 2), met: median(measured) >= least };
  return why ? withWhy(goal, why) : goal;
}

/** `goal`, with what stands in its way if it is missed. */
const withWhy = (goal: Goal, why: string): Goal => (goal.met === false ? { ...goal, why } : goal);

function text(results: Results, statements: StatementCounts, hash: number): string {
  const rows = Object.entries(results).flatMap(([step, sides]) =>
    [...sides].map(([side, { perSecond, cpu, postgres, hashing, wal }]) => {
      const counted = statements[side.startsWith("better-auth") ? "better-auth" : side]?.[step as "totp"];
      const sql = counted ? `${counted.count}${counted.brackets ? ` (${counted.brackets})` : ""}` : "";
      const ofOurs =
        side === "ours" || !sides.has("ours")
          ? ""
          : spread(ratios(cpu, seriesOf(results, step, "ours").cpu), 2);
      return [
        ...[titles[step] ?? step, side, spread(perSecond, 0), spread(cpu), spread(postgres)],
        ...[median(hashing) < 0.5 ? "" : spread(hashing), spread(wal), sql, ofOurs],
      ];
    }),
  );
  return [
    "*Ours* is the built product: forms are posted to its pages as a browser without JavaScript posts them, with throttles, " +
      "replay guard, audit events and session rows on. *better-auth* is its two-factor plug-in in the same Next on the same " +
      "Postgres, asked at its own endpoints; it takes a TOTP code twice and keeps mail codes in clear. *Target* is a bare route " +
      "handler of that Next with the fewest statements that do all of a step: what framework and database allow. Eight clients; " +
      "every request is that of another user at another address; answers that are not right end the bench.",
    table(
      [
        ...["step", "side", "per second", "CPU, ms", "of it Postgres", "of it hashing"],
        ...["WAL, kB", "SQL (begin, commit)", "CPU ÷ ours"],
      ],
      rows,
    ),
    `The hash alone (argon2id, 19 MiB, two passes) takes ${hash.toFixed(1)} ms of CPU in a process that does nothing else; ` +
      "*of it hashing* is what it takes here, where two are made at once: the time of the threads that Node hands them to. *Session* is " +
      "the guard alone in a bare route handler, on all sides; *a whole page* is our home page as it is. All sides hand a mail code " +
      "to the same SMTP server inside the request; ours renders its letter in the reader's language, the others fill in a fixed text. " +
      "*An action that asks nobody* is the frameworks' own share of our steps: a form posted to an action that redirects, and one " +
      "behind a proxy.ts that signs in by NextAuth before; peer and target are endpoints and have neither. *Target in an action* is " +
      "the target's step with both. " +
      `Tables are analyzed once after the first of ${warmUpRounds} rounds that warm up.`,
    details("Our statements, in their order", ourStatements(statements)),
  ].join("\n\n");
}

function ourStatements(statements: StatementCounts): string {
  return Object.entries(statements.ours ?? {})
    .map(
      ([step, { texts }]) =>
        `-- ${titles[step]}\n${texts.map((each) => `${each.replace(/\s+/g, " ").trim()};`).join("\n")}`,
    )
    .join("\n\n");
}

export function details(summary: string, code: string, language = "sql"): string {
  return `<details><summary>${summary}</summary>\n\n\`\`\`${language}\n${code}\n\`\`\`\n\n</details>`;
}

function seriesOf(results: Results, step: string, side: string): Series {
  const series = results[step]?.get(side);
  if (!series) throw new Error(`${step} was not measured for ${side}`);
  return series;
}
