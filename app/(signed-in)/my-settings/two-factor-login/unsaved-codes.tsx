import { LinkButton } from "@/components/link-button";
import { Notice } from "@/components/notice";
import type { Actor } from "@/lib/sessions/actor";
import { showRecoveryCodes } from "@/lib/two-factor/make-recovery-codes";
import { currentWords } from "@/lib/web/current-words";
import { paths } from "@/lib/web/paths";

/**
 * Recovery codes that nobody has said to have saved: they can be saved while they can be read here, and are to be made
 * anew afterwards. Else they are missed on the day on which the phone is.
 */
export async function UnsavedCodes({ actor }: { actor: Actor }) {
  const { twoFactor } = await currentWords();
  if (!(await showRecoveryCodes(actor))) {
    return (
      <Notice tone="warning" announced={false}>
        {twoFactor.codesNotSaved}
      </Notice>
    );
  }
  return (
    <Notice
      tone="warning"
      announced={false}
      actions={
        <LinkButton href={paths.recoveryCodes} variant="primary">
          {twoFactor.codesWaitingLink}
        </LinkButton>
      }
    >
      {twoFactor.codesWaiting}
    </Notice>
  );
}
