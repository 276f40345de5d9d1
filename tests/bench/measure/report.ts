/** Writes down what was measured: each part in a file of its own, and docs/performance.md from all of them. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, release, totalmem } from "node:os";
import { join } from "node:path";
import { root } from "../../../scripts/install.mjs";
import { onServer } from "../../support/server";

export type Goal = {
  what: string;
  goal: string;
  measured: string;
  /** Null where this machine cannot tell. */
  met: boolean | null;
  why?: string;
};

export type Findings = {
  title: string;
  goals: Goal[];
  /** Markdown: the tables, and how they were measured. */
  text: string;
};

type Published = Findings & { date: string; seconds: number; machine: string; versions: string };

const folder = join(root, "docs/performance");
const order = ["steps", "growth", "mail", "overload", "instances", "start", "weight"];

export async function publish(part: string, findings: Findings, seconds: number): Promise<void> {
  const published: Published = {
    ...findings,
    date: new Date().toISOString().slice(0, 10),
    seconds: Math.round(seconds),
    machine: machine(),
    versions: await versions(),
  };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${part}.json`), `${JSON.stringify(published, null, 2)}\n`);
  writeFileSync(join(root, "docs/performance.md"), whole());
  console.log(`\n${goalTable(findings.goals)}\n\n${findings.text}\n`);
}

function whole(): string {
  const parts = order
    .map((part) => join(folder, `${part}.json`))
    .filter((file) => existsSync(file))
    .map((file) => JSON.parse(readFileSync(file, "utf8")) as Published);
  const goals = parts.flatMap((part) => part.goals);
  const missed = goals.filter(({ met }) => met !== true && met !== null);
  return `${[
    "# Performance",
    "`npm run bench` measured all of this and wrote this page; `npm run bench -- steps` repeats one part of it. Times " +
      "are of the machine below. Goals are ratios wherever they can be: both sides in one run, in turn, so that a slow " +
      "minute slows both. Numbers are medians with the smallest and the largest of the rounds in brackets; CPU is that " +
      "of the server and of its Postgres processes together.",
    "## Goals",
    goalTable(goals),
    missed.length > 0
      ? `Missed: ${missed.length} of ${goals.length}. That is open work, except where the last column says what stands in the way.`
      : "None is missed.",
    ...parts.map(section),
  ].join("\n\n")}\n`;
}

function section({ title, text, date, seconds, machine: on, versions: of }: Published): string {
  return `## ${title}\n\n${text}\n\n<sub>${date}, in ${seconds} s, on ${on}; ${of}.</sub>`;
}

function goalTable(goals: Goal[]): string {
  const rows = goals.map(({ what, goal, measured, met, why }) => {
    const verdict = met === null ? "not to be told here" : met ? "met" : "**missed**";
    return `| ${what} | ${goal} | ${measured} | ${why ? `${verdict}: ${why}` : verdict} |`;
  });
  return ["| what | goal | measured | |", "|---|---|---|---|", ...rows].join("\n");
}

/** A markdown table. */
export function table(head: string[], rows: (string | number)[][]): string {
  const line = (cells: (string | number)[]) => `| ${cells.join(" | ")} |`;
  return [line(head), `|${head.map(() => "---|").join("")}`, ...rows.map(line)].join("\n");
}

function machine(): string {
  const [first, ...others] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${others.length + 1} × ${first?.model.trim()}, ${memory} GB, Linux ${release().split("-")[0]}`;
}

async function versions(): Promise<string> {
  const [postgres] = await onServer(
    "select current_setting('server_version') as version, current_setting('shared_buffers') as memory",
  );
  const of = (name: string) => `${name} ${packageVersion(name)}`;
  const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], {
    cwd: root,
    encoding: "utf8",
  }).trim();
  return [
    `Node ${process.versions.node}`,
    of("next"),
    of("better-auth"),
    of("nodemailer"),
    `Postgres ${postgres?.version?.split(" ")[0]} with shared_buffers of ${postgres?.memory}`,
    `commit ${commit}`,
  ].join(", ");
}

function packageVersion(name: string): string {
  const places = [join(root, "node_modules"), join(root, "tests/bench/beside/node_modules")];
  const file = places.map((place) => join(place, name, "package.json")).find((path) => existsSync(path));
  return file ? JSON.parse(readFileSync(file, "utf8")).version : "not installed";
}
