import type { AddressParameters } from "@/lib/kernel/address-parameters";
import type { ResultView } from "@/lib/organisations/describe-sending";
import { paths } from "@/lib/web/paths";

/** The states that results can be looked at by. */
export const resultStates = ["failed", "sent", "waiting", "left-out"] as const;

/** The address of the page of `job` with the results that are asked for; see looking.ts for what `more` it says. */
export function addressOf(
  job: string,
  { state, after }: ResultView,
  more: Record<string, string> = {},
): string {
  const asked = new URLSearchParams({ ...(state && { result: state }), ...(after && { after }), ...more });
  return `${paths.resending(job)}?${asked}`;
}

/** The results that an address asks for. What it does not understand it takes as not asked. */
export function readResultView({ result, after }: AddressParameters): ResultView {
  return {
    state: resultStates.find((state) => state === result) ?? null,
    after: typeof after === "string" ? after : null,
  };
}
