import { isUnavailable } from "@/lib/kernel/unavailable";
import { unreadableStatus } from "@/lib/kernel/unreadable";
import { answerInsteadOfFault } from "@/lib/web/request-scope";

/** What happens once when a server starts, before it answers anybody. */
export async function register(): Promise<void> {
  // Next replaces the variable while it builds, so that the edge bundle leaves out what only Node can load.
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { startProduct } = await import("@/lib/jobs/start-product");
    await startProduct();
  }
}

/**
 * What Next caught while it made an answer: whoever cannot ask the database or count attempts refuses with 503, and what
 * cannot be read is no fault of ours.
 */
export function onRequestError(error: unknown): void {
  const status = isUnavailable(error) ? 503 : unreadableStatus(error);
  if (status) answerInsteadOfFault(status);
}
