import type { Description } from "@/components/description-list";
import { ToneIcon } from "@/components/tone-icon";
import { takesRecoveryCodes } from "@/lib/two-factor/policy";
import { areFew } from "@/lib/two-factor/recovery-code";
import { renewRecoveryCodesAction } from "./actions";
import { ActionButton, type Told } from "./line";

/**
 * How many recovery codes are left; they belong to an authenticator and are not there without one. Beside one that is off
 * because of wrong codes they count, and may be the only way in; new ones come with the next app.
 */
export function recoveryCodesLine({ methods, words }: Told): Description | undefined {
  if (!takesRecoveryCodes(methods)) return undefined;
  const left = methods.recoveryCodesLeft;
  return {
    term: words.recoveryCodes,
    details: (
      <>
        {words.codesLeft(left)}
        {methods.authenticatorOn && areFew(left) && (
          <span className="mt-1 flex gap-1.5 font-medium text-warning">
            <ToneIcon tone="warning" />
            {words.fewCodesLeft}
          </span>
        )}
      </>
    ),
    action: methods.authenticatorOn && (
      <ActionButton action={renewRecoveryCodesAction}>{words.newCodes}</ActionButton>
    ),
  };
}
