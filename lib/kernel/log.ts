/** What the server tells its operators: one JSON line per event on standard output, never a secret. */
import { inspect } from "node:util";
import { now } from "./clock";
import { randomToken } from "./random";

/** Writes one line about something that happened as it should. */
export function logInfo(event: string, details: Record<string, string | number | boolean | null> = {}): void {
  console.log(JSON.stringify({ at: now().toISOString(), level: "info", event, ...details }));
}

/** Writes one line about what keeps a part of the product from working and is no fault: an operator's to put right. */
export function logWarning(event: string, message: string): void {
  console.warn(JSON.stringify({ at: now().toISOString(), level: "warning", event, message }));
}

/**
 * Writes a fault in full and returns the reference number to show instead of it.
 * JSON encoding keeps line breaks in the message from forging lines (ASVS 5.0, 16.4.1).
 */
export function logFault(event: string, error: unknown): string {
  const reference = randomToken().slice(0, 10);
  const detail = isError(error)
    ? { message: error.message, stack: error.stack }
    : { message: typeof error === "string" ? error : inspect(error) };
  console.error(JSON.stringify({ at: now().toISOString(), level: "fault", event, reference, ...detail }));
  return reference;
}

/** Also what a library has copied from an error into an object of its own. */
function isError(thrown: unknown): thrown is { message: string; stack?: string } {
  return (
    typeof thrown === "object" && thrown !== null && "message" in thrown && typeof thrown.message === "string"
  );
}
