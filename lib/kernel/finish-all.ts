/** Waits for several tasks, all of them to their end. */

/** Resolves when every task has ended, and only then rejects with the first fault: none goes on behind the caller's back. */
export async function finishAll(tasks: Promise<void>[]): Promise<void> {
  const outcomes = await Promise.allSettled(tasks);
  const failed = outcomes.find((outcome) => outcome.status === "rejected");
  if (failed) throw failed.reason;
}
