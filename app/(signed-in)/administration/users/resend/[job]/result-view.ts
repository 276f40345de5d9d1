import type { ResultView } from "@/lib/organisations/describe-resend";
import type { Parameters } from "@/lib/organisations/user-view";

/** The states that results can be looked at by. */
export const resultStates = ["failed", "sent", "waiting", "left-out"] as const;

/** The results that an address asks for. What it does not understand it takes as not asked. */
export function readResultView({ result, after }: Parameters): ResultView {
  return {
    state: resultStates.find((state) => state === result) ?? null,
    after: typeof after === "string" ? after : null,
  };
}
