/** Quoted-printable (RFC 2045 §6.7) put together from parts, so that what all readers of a letter share is encoded once. */
import { encode, wrap } from "nodemailer/lib/qp";

/** Ends a line of the message, and none of the text. */
const softBreak = "=\r\n";

/** One less than a line may have (RFC 2045 §6.7, rule 5): a soft break may follow. */
const longestLine = 75;

/** A text that begins and ends a line of the message. */
export function quotedPrintable(text: string): string {
  return wrap(encode(text), longestLine);
}

/** A text that stands between two others: on lines of its own, so that none becomes too long, whatever its length. */
export function quotedPrintableBetween(text: string): string {
  return softBreak + quotedPrintable(text) + softBreak;
}

/** The headers of a part of a message that is written so. */
export function quotedPrintableHeaders(type: "text/html" | "text/plain"): string {
  return `Content-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n`;
}
