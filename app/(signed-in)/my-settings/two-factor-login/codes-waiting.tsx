import { LinkButton } from "@/components/link-button";
import { Notice } from "@/components/notice";
import type { Actor } from "@/lib/sessions/actor";
import { showRecoveryCodes } from "@/lib/two-factor/make-recovery-codes";
import { currentWords } from "@/lib/web/current-words";
import { paths } from "@/lib/web/paths";

/** Leads back to new recovery codes while they can still be read. */
export async function CodesWaiting({ actor }: { actor: Actor }) {
  if (!(await showRecoveryCodes(actor))) return null;
  const { twoFactor } = await currentWords();
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
