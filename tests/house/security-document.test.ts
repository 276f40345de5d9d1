/** docs/security.md says nothing that the code does not do: its numbers, its tests and its files are looked up. */
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { days, hours, minutes, seconds } from "@/lib/kernel/duration";
import { limits } from "@/lib/throttle/limit";
import { contract, filesIn, rowsBelow, section, testsIn } from "../support/security-document";

const root = resolve(import.meta.dirname, "../..");
const read = (file: string) => readFileSync(resolve(root, file), "utf8");
const text = read("docs/security.md");

const units: Record<string, (count: number) => number> = {
  ms: (count) => count,
  s: seconds,
  min: minutes,
  h: hours,
  days,
};

/** `90 s` in milliseconds; what is no time (characters, tries, KiB) is the number itself. */
function amountOf(said: string): number {
  const [, count = "", unit = ""] = /^(\d+)(?: (\S+))?/.exec(said) ?? [];
  return (units[unit] ?? Number)(Number(count));
}

/** What `path` (`limits["x"].most`, `idleLimit.member`) leads to in `module`. */
function found(module: unknown, path: string): unknown {
  const steps = [...path.matchAll(/\["([^"]+)"\]|[\w$]+/g)].map(([step, quoted]) => quoted ?? step);
  return steps.reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], module);
}

const numbers = contract(text);

describe("a number of the contract is that of the code:", () => {
  test.each(numbers)("$what: $said", async ({ said, constant, file }) => {
    expect([constant, found(await import(resolve(root, file)), constant)]).toEqual([
      constant,
      amountOf(said),
    ]);
  });

  test("none was forgotten: every limit has its rows", () => {
    const said = numbers.map(({ constant }) => constant);
    const wanted = Object.entries(limits).flatMap(([name, limit]) =>
      Object.keys(limit).map((part) => `limits["${name}"].${part}`),
    );
    expect(wanted.filter((constant) => !said.includes(constant))).toEqual([]);
    expect(numbers.length).toBeGreaterThan(50);
  });
});

describe("a test that is named exists:", () => {
  const named = testsIn(text);
  test.each([...new Map(named.map((each) => [`${each.file} ${each.title}`, each])).values()])(
    "$file: $title",
    ({ file, title }) => {
      const source = read(file);
      for (const part of title.split(" › ")) {
        // As the title of a test or of what it is a part of, not somewhere in a comment.
        const isTitle = ['"', "`"].some((quote) => titles(source).includes(`${quote}${part}${quote}`));
        expect([part, isTitle]).toEqual([part, true]);
      }
    },
  );

  test("there are many", () => {
    expect(named.length).toBeGreaterThan(100);
  });
});

test("each file that is named exists", () => {
  const named = filesIn(text);
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((file) => !existsSync(resolve(root, file)))).toEqual([]);
});

describe("each requirement has an answer, once:", () => {
  const rows = rowsBelow(section(text, "ASVS 5.0"));
  const ids = rows.flatMap(([id = ""]) => id.split(", "));

  test("no requirement is said twice", () => {
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(ids.length).toBeGreaterThan(100);
  });

  test.each(rows)("%s %s", (...cells) => {
    const answer = cells.at(-1) ?? "";
    const answers = [testsIn(answer).length > 0, filesIn(answer).length > 0];
    expect([answer, [...answers, /not applicable: \w|\[.+\]\(#.+\)/.test(answer)]]).toEqual([
      answer,
      expect.arrayContaining([true]),
    ]);
  });
});

test("prose is at most 120 characters wide", () => {
  const prose = text.split("\n").filter((line) => !line.startsWith("|"));
  expect(prose.filter((line) => line.length > 120)).toEqual([]);
});

/** The titles of all tests and groups in `source`, with their quotes. */
function titles(source: string): string {
  const calls = source.matchAll(/\(\s*("(?:[^"\\\n]|\\.)*"|`[^`\n]*`)\s*,/g);
  return [...calls].map(([, title]) => title).join("\n");
}
