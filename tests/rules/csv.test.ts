import { expect, test } from "vitest";
import { csvLine } from "@/lib/kernel/csv";

test("commas, quotes and line breaks stay inside their cell", () => {
  expect(csvLine(["a,b", 'say "hi"', "two\nlines", null, 3])).toBe('"a,b","say ""hi""","two\nlines",,3\r\n');
});

test.each(["=1+1", "+49 30", "-2", "@cmd", "\tx", "\rx"])(
  "%j is text to a spreadsheet, not a formula",
  (cell) => {
    expect(csvLine([cell]).replace(/^"/, "").startsWith("'")).toBe(true);
  },
);
