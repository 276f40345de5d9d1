import type { AddressParameters } from "@/lib/kernel/address-parameters";
import type { ResultView } from "@/lib/organisations/describe-resend";

/** The states that results can be looked at by. */
export const resultStates = ["failed", "sent", "waiting", "left-out"] as const;

/** The results that an address asks for. What it does not understand it takes as not asked. */
export function readResultView({ result, after }: AddressParameters): ResultView {
  return {
    state: resultStates.find((state) => state === result) ?? null,
    after: typeof after === "string" ? after : null,
  };
}
