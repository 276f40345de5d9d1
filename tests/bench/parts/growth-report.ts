/** What growth came to: times of the views at each size, and logins beside many old rows. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../../scripts/install.mjs";
import { median, ratios, spread } from "../measure/numbers";
import { type Findings, type Goal, table } from "../measure/report";
import { few, many } from "./growth-logins";
import { samples, type ViewTimes } from "./growth-views";
import type { Results } from "./steps-rounds";

const number = (value: number) => value.toLocaleString("en");

/** Milliseconds that a view may take in the database, with a million users. */
const mostTime = 10;

/** Postgres's timer and planner alone make a fraction of a millisecond swing by its double. */
const tooSmallToCompare = 1;

const whySearchesGrow =
  "what is found inside of names is in every list of three letters that it holds, each as long as so many users make it, " +
  "and a page of many is looked for among ten thousand neighbours first, whom a small organisation does not have";

export function describeGrowth(
  sizes: number[],
  bySize: ViewTimes[],
  oldRows: number,
  logins: Results,
  hash: number,
): Findings {
  const [first, last] = [bySize[0] ?? {}, bySize.at(-1) ?? {}];
  const parts = Object.entries(last).flatMap(([view, { page, count }]) => [
    { view: `${view}, page`, small: first[view]?.page ?? 0, large: page },
    { view: `${view}, count`, small: first[view]?.count ?? 0, large: count },
  ]);
  const said = ({ view, small, large }: (typeof parts)[number]) =>
    `${view}: ${small.toFixed(1)} → ${large.toFixed(1)} ms`;
  const slow = parts.filter(({ large }) => large > mostTime).sort((one, other) => other.large - one.large);
  const slowest = parts.reduce((most, part) => (part.large > most.large ? part : most));
  const growing = parts
    .filter(({ small, large }) => large > tooSmallToCompare && large > 2 * small)
    .sort((one, other) => other.large / other.small - one.large / one.small);
  const steps = Object.entries(logins).map(([step, sides]) => ({
    step,
    times: ratios(sides.get(many)?.cpu ?? [], sides.get(few)?.cpu ?? []),
    cpu: sides,
  }));
  const worst = steps.reduce((slow, each) => (median(each.times) > median(slow.times) ? each : slow));
  const goals: Goal[] = [
    {
      what: "p95 of every users view at 1,000,000 users, in the database",
      goal: "≤ 10 ms",
      measured: `slowest ${slowest.large.toFixed(1)} ms (${slowest.view})`,
      met: slow.length === 0,
      ...(slow.length > 0 && {
        why: `${slow.length} of ${parts.length} take longer: ${slow.slice(0, 4).map(said).join("; ")}; to hash a password takes ${hash.toFixed(0)} ms here`,
      }),
    },
    {
      what: "… and compared with 10,000 users",
      goal: "≤ 2 ×, or under 1 ms",
      measured: growing.length === 0 ? "all of them" : `${growing.length} of ${parts.length} grow more`,
      met: growing.length === 0,
      ...(growing.length > 0 && { why: `${growing.slice(0, 4).map(said).join("; ")}; ${whySearchesGrow}` }),
    },
    {
      what: `login steps with ${number(oldRows)} rows in sessions and in audit events ÷ with few, CPU`,
      goal: "the same (≤ 1.15)",
      measured: `at most ${spread(worst.times, 2)} (${worst.step})`,
      met: median(worst.times) <= 1.15,
    },
  ];
  const views = Object.keys(last).map((view) => [
    view,
    ...bySize.flatMap((times) => [(times[view]?.page ?? 0).toFixed(1), (times[view]?.count ?? 0).toFixed(1)]),
  ]);
  const text = [
    `p95 of ${samples} samples in the database, planning and executing, in milliseconds: of the statements that find a page (with ` +
      "its start), and of the one that counts up to 1,000, of a search up to 500. Other search terms and other places of the list in each sample; " +
      "one organisation, 30 of 100 users not confirmed, one of five with an authenticator, one of 100 deactivated, teams of " +
      "about 600. Before, as much of the tables as fits into Postgres' own memory (shared_buffers, below) is read into it. The " +
      "plans at a million are in [performance/plans.md](performance/plans.md).",
    table(["view", ...sizes.flatMap((size) => [`${number(size)}: page`, "count"])], views),
    `The same logins in this database, after ${number(oldRows)} rows went into \`sessions\` and as many into \`audit_events\`, and in ` +
      "an empty one, in turn; CPU in milliseconds.",
    table(
      ["step", `${number(oldRows)} old rows`, "few", "ratio"],
      steps.map(({ step, times, cpu }) => [
        step,
        spread(cpu.get(many)?.cpu ?? []),
        spread(cpu.get(few)?.cpu ?? []),
        spread(times, 2),
      ]),
    ),
  ].join("\n\n");
  return { title: "Growth", goals, text };
}

/** The plans of the last sample of each view, as Postgres explained them. */
export function writePlans(times: ViewTimes | undefined): void {
  const views = Object.entries(times ?? {}).map(
    ([view, { plan }]) => `## ${view}\n\n\`\`\`text\n${plan}\n\`\`\``,
  );
  const folder = join(root, "docs/performance");
  mkdirSync(folder, { recursive: true });
  const head =
    "# Plans of the users list at 1,000,000 users\n\nOf each view the statements of its page, then the one that counts. " +
    "Written by `npm run bench -- growth`.";
  writeFileSync(join(folder, "plans.md"), `${[head, ...views].join("\n\n")}\n`);
}
