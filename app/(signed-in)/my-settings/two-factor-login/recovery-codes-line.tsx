import type { Description } from "@/components/description-list";
import { ToneIcon } from "@/components/tone-icon";
import { areFew } from "@/lib/two-factor/recovery-code";
import { renewRecoveryCodesAction } from "./actions";
import { ActionButton, type Told } from "./line";

/** How many recovery codes are left; they belong to an authenticator and are not there without one. */
export function recoveryCodesLine({ methods, words }: Told): Description | undefined {
  if (!methods.authenticatorOn || !methods.allowedMethods.includes("authenticator")) return undefined;
  const left = methods.recoveryCodesLeft;
  return {
    term: words.recoveryCodes,
    details: (
      <>
        {words.codesLeft(left)}
        {areFew(left) && (
          <span className="mt-1 flex gap-1.5 font-medium text-warning">
            <ToneIcon tone="warning" />
            {words.fewCodesLeft}
          </span>
        )}
      </>
    ),
    action: <ActionButton action={renewRecoveryCodesAction}>{words.newCodes}</ActionButton>,
  };
}
