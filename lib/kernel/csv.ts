/** Tables as comma-separated values (RFC 4180), safe to open in a spreadsheet. */
import { setImmediate as turn } from "node:timers/promises";

/** Tells spreadsheets that the text is UTF-8. */
const csvStart = "\uFEFF";

/** What each column is called, and what it says of a row. */
export type CsvColumns<Row> = { heading: string; cell: (row: Row) => string | null }[];

/** So many lines are made in a few milliseconds: nobody notices. A thousand, of several files at once, hold up everybody. */
const linesOfPiece = 100;

/** A file of all rows, piece by piece as `portions` come, so that memory stays flat. Others have their turn in between. */
export async function* csvOf<Row>(
  columns: CsvColumns<Row>,
  portions: AsyncIterable<Row[]>,
): AsyncGenerator<string> {
  yield csvStart + csvLine(columns.map(({ heading }) => heading));
  for await (const rows of portions) {
    for (let start = 0; start < rows.length; start += linesOfPiece) {
      const lines = rows.slice(start, start + linesOfPiece);
      yield lines.map((row) => csvLine(columns.map(({ cell }) => cell(row)))).join("");
      await turn();
    }
  }
}

/** One line with its end. */
export function csvLine(cells: (string | number | null)[]): string {
  return `${cells.map((cell) => quoted(safe(String(cell ?? "")))).join(",")}\r\n`;
}

/**
 * Where a spreadsheet would find a formula, and run what somebody else typed as their name for whoever opens the file
 * (OWASP, CSV Injection). Not only at the beginning of a cell: in German and Dutch, Excel parts cells by semicolons, and
 * no quotes keep text together then but those of a line's first cell. Full-width signs are the same to spreadsheets of
 * languages that are typed with them.
 */
const beforeFormula = /^(?=[\t\r\n])|(?<=^|[;\t\r\n])(?=[" ]*[=+\-@＝＋－＠])/g;

/** An apostrophe makes it text. */
const safe = (text: string) => text.replaceAll(beforeFormula, "'");

/** Every cell that holds anything, so that nobody has to know which characters part cells where. */
const quoted = (text: string) => text && `"${text.replaceAll('"', '""')}"`;
