/** How the scripts for operators end: the database closed, the exit code telling, a refusal as one plain message. */
import "./environment-files.mjs";
import { closeDatabase } from "@/lib/database/connection";
import { mendable } from "@/lib/jobs/mendable";

/** What the operator can mend: told without a stack trace. */
export class Refusal extends Error {}

/** Runs `work`, then closes the database. Exit code 0, or 1 when it was refused or failed. */
export async function command(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    process.exitCode = 1;
    console.error(error instanceof Refusal ? error.message : (mendable(error) ?? error));
  } finally {
    await closeDatabase();
  }
}
