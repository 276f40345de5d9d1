/**
 * How the scripts for operators read what they are told, and end: the database closed, the exit code telling, a refusal as
 * one plain message.
 */
import "./environment-files.mjs";
import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import { closeDatabase } from "@/lib/database/connection";
import { mendable } from "@/lib/jobs/mendable";

/** What the operator can mend: told without a stack trace. */
export class Refusal extends Error {}

/** What is told to whoever asks how a command is used. */
class Usage extends Error {}

/**
 * The values of `options` on the command line. Whoever asks for help is told the `usage`, and whoever gives something else
 * is, too: a command that did its work all the same would surprise them.
 */
export function optionsGiven<Options extends ParseArgsOptionsConfig>(options: Options, usage: string) {
  if (process.argv.includes("--help")) throw new Usage(usage);
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    throw new Refusal(`${(error as Error).message}\n\n${usage}`);
  }
}

/** Runs `work`, then closes the database. Exit code 0, or 1 when it was refused or failed. */
export async function command(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof Usage) return console.log(error.message);
    process.exitCode = 1;
    console.error(error instanceof Refusal ? error.message : (mendable(error) ?? error));
  } finally {
    await closeDatabase();
  }
}
