/** Tables as comma-separated values (RFC 4180), safe to open in a spreadsheet. */

/** Tells spreadsheets that the text is UTF-8. */
export const csvStart = "\uFEFF";

/** One line with its end. */
export function csvLine(cells: (string | number | null)[]): string {
  return `${cells.map((cell) => quoted(safe(String(cell ?? "")))).join(",")}\r\n`;
}

/**
 * A cell that begins like a formula would be run by the spreadsheet of whoever opens the file, with what somebody else
 * typed as their name (OWASP, CSV Injection: these six characters; an apostrophe makes it text).
 */
function safe(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
