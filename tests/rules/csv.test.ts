import fc from "fast-check";
import { expect, test } from "vitest";
import { csvLine, csvOf } from "@/lib/kernel/csv";
import { csvDownload } from "@/lib/web/csv-download";
import { at } from "../support/clock";
import { inZone } from "../support/zone";

test("of a file no more than a hundred lines are made before others have their turn", async () => {
  let lines = 0;
  let mostAtOnce = 0;
  const everyTurn = () => {
    mostAtOnce = Math.max(mostAtOnce, lines);
    lines = 0;
    looking = setImmediate(everyTurn);
  };
  let looking = setImmediate(everyTurn);
  async function* portions() {
    yield Array.from({ length: 1_000 }, (_, index) => index);
    yield [1_000];
  }
  const cell = (row: number) => {
    lines += 1;
    return String(row);
  };
  let file = "";
  for await (const piece of csvOf([{ heading: "Number", cell }], portions())) file += piece;
  clearImmediate(looking);
  expect(Math.max(mostAtOnce, lines)).toBe(100);
  expect(file.split("\r\n").slice(1, -1)).toEqual(Array.from({ length: 1_001 }, (_, index) => `"${index}"`));
});

test("every cell is quoted that holds anything: commas, quotes and line breaks stay inside it", () => {
  expect(csvLine(["a,b", 'say "hi"', "two\nlines", null, 3, "a;b", "plain"])).toBe(
    '"a,b","say ""hi""","two\nlines",,"3","a;b","plain"\r\n',
  );
});

test.each([
  "=1+1",
  "+49 30",
  "-2",
  "@cmd",
  "＝1+1",
  "＋49 30",
  "－2",
  "＠cmd",
  "\tx",
  "\rx",
  "\nx",
  " =1+1",
  " ＝1+1",
])("%j is text to a spreadsheet, not a formula", (cell) => {
  expect(csvLine([cell]).startsWith(`"'`)).toBe(true);
});

test("text that would begin a cell where the separator is a semicolon begins it as text", () => {
  expect(csvLine(["x;=cmd|'/C calc'!A0;"])).toBe(`"x;'=cmd|'/C calc'!A0;"\r\n`);
  expect(csvLine(['x; ""-1'])).toBe(`"x;' """"-1"\r\n`);
  expect(csvLine(["Mozilla/5.0 (X11; Linux x86_64)"])).toBe('"Mozilla/5.0 (X11; Linux x86_64)"\r\n');
});

/** Cells as Excel finds them: quotes count at the beginning of a cell alone, and what follows the second one is kept. */
function cellsIn(file: string, separator: string): string[] {
  const cell = new RegExp(`("(?:[^"]|"")*(?:"|$))?([^${separator}\r\n]*)(?:${separator}|\r\n|\r|\n|$)`, "y");
  const cells: string[] = [];
  while (cell.lastIndex < file.length) {
    const [, quoted = "", rest = ""] = cell.exec(file) ?? [];
    cells.push(quoted.slice(1).replace(/"$/, "").replaceAll('""', '"') + rest);
  }
  return cells;
}

const awkward = fc.string({ unit: fc.constantFrom(..."=+-@＝＋－＠;,\"' \t\r\nax") });
const file = fc
  .array(fc.array(awkward, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 })
  .map((rows) => ({ rows, text: rows.map(csvLine).join("") }));

test.each([",", ";", "\t"])(
  "no spreadsheet with the separator %j finds a formula, whatever the cells hold",
  (separator) => {
    fc.assert(
      fc.property(file, ({ text }) => {
        for (const cell of cellsIn(text, separator)) expect(cell).not.toMatch(/^ *[=+\-@＝＋－＠]/);
      }),
      { numRuns: 5_000 },
    );
  },
);

test("a spreadsheet with commas finds every cell as it was, but for apostrophes", () => {
  const bare = (text: string) => text.replaceAll("'", "");
  fc.assert(
    fc.property(file, ({ rows, text }) => {
      expect(cellsIn(text, ",").map(bare)).toEqual(rows.flat().map(bare));
    }),
  );
});

test.each([
  ["Australia/Sydney", "2026-05-04"],
  ["America/St_Johns", "2026-05-03"],
])("a file is called by the day on which pages say that it was made, in %s %s", (zone, day) => {
  inZone(zone);
  at("2026-05-03T23:00:00Z");
  const { headers } = csvDownload("users", csvOf([], (async function* () {})()));
  expect(headers.get("content-disposition")).toBe(`attachment; filename="users-${day}.csv"`);
});
