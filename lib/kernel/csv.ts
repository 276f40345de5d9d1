/** Tables as comma-separated values (RFC 4180), safe to open in a spreadsheet. */

/** Tells spreadsheets that the text is UTF-8. */
export const csvStart = "\uFEFF";

/** One line with its end. */
export function csvLine(cells: (string | number | null)[]): string {
  return `${cells.map((cell) => quoted(safe(String(cell ?? "")))).join(",")}\r\n`;
}

/**
 * Where a spreadsheet would find a formula, and run what somebody else typed as their name for whoever opens the file
 * (OWASP, CSV Injection). Not only at the beginning of a cell: in German and Dutch, Excel parts cells by semicolons, and
 * no quotes keep text together then but those of a line's first cell.
 */
const beforeFormula = /^(?=[\t\r\n])|(?<=^|[;\t\r\n])(?=[" ]*[=+\-@])/g;

/** An apostrophe makes it text. */
const safe = (text: string) => text.replaceAll(beforeFormula, "'");

/** Every cell that holds anything, so that nobody has to know which characters part cells where. */
const quoted = (text: string) => text && `"${text.replaceAll('"', '""')}"`;
