import type { AddressParameters } from "@/lib/kernel/address-parameters";
import type { ResultView } from "@/lib/organisations/describe-sending";

/** The states that results can be looked at by. */
export const resultStates = ["failed", "sent", "waiting", "left-out"] as const;

/** The results as address parameters, without what is not asked. */
export function resultParameters({ state, after }: ResultView): Record<string, string> {
  return { ...(state && { result: state }), ...(after && { after }) };
}

/** The results that an address asks for. What it does not understand it takes as not asked. */
export function readResultView({ result, after }: AddressParameters): ResultView {
  return {
    state: resultStates.find((state) => state === result) ?? null,
    after: typeof after === "string" ? after : null,
  };
}
