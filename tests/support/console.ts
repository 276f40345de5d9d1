/**
 * What is written on the console while a test runs. The product's own notices (`logInfo`) are part of its work;
 * a fault, a warning of a library or a stray `console.log` must be expected by the test that causes it.
 */
import { format } from "node:util";

type Line = { text: string; event?: string; level?: string; [detail: string]: unknown };

let lines: Line[] = [];

/** From here on the console is kept instead of shown. */
export function captureConsole(): void {
  lines = [];
  for (const method of ["log", "info", "debug", "warn", "error", "trace"] as const) {
    console[method] = (...told: unknown[]) => lines.push(parsed(format(...told)));
  }
}

/** Takes what was logged as `event` (a notice or a fault) since the test began, so that it is expected. */
export function logged(event: string): Line[] {
  const taken = lines.filter((line) => line.event === event);
  lines = lines.filter((line) => line.event !== event);
  return taken;
}

/** Takes the lines that match `pattern`, so that they are expected. */
export function written(pattern: RegExp): string[] {
  const taken = lines.filter(({ text }) => pattern.test(text));
  lines = lines.filter(({ text }) => !pattern.test(text));
  return taken.map(({ text }) => text);
}

/** All that was written since the test began and is not taken. */
export function everyLine(): string {
  return lines.map(({ text }) => text).join("\n");
}

/** What nobody has taken, but for the product's notices. */
export function unexpectedOutput(): string[] {
  return lines.filter(({ level }) => level !== "info").map(({ text }) => text);
}

function parsed(text: string): Line {
  try {
    return { ...JSON.parse(text), text };
  } catch {
    return { text };
  }
}
