"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { FormState } from "@/components/form-state";
import { confirmSavedCodes, showNewBatch } from "@/lib/two-factor/make-recovery-codes";
import { currentWords } from "@/lib/web/current-words";
import { paths, withNotice } from "@/lib/web/paths";
import { signedIn } from "@/lib/web/permit";
import { invalidField } from "@/lib/web/read-form";

/**
 * "I have saved my recovery codes": from now on nobody can read them. The form says which ones it means; where another
 * tab has made newer ones, the page shows those.
 */
export async function codesSavedAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await signedIn();
  const madeAt = new Date(String(form.get("made")));
  if (form.get("saved") !== "on") {
    const batch = await showNewBatch(actor);
    if (!batch) redirect(paths.recoveryCodes);
    if (batch.madeAt.getTime() !== madeAt.getTime()) redirect(withNotice(paths.recoveryCodes, "replaced"));
    return invalidField(form, "saved", (await currentWords()).twoFactor.codes.savedMissing);
  }
  const confirmed = await confirmSavedCodes(actor, madeAt);
  // Else the browser would show the page as it was to whoever goes back.
  revalidatePath(paths.recoveryCodes);
  if (confirmed.ok) redirect(withNotice(paths.twoFactorLogin, "codes-saved"));
  redirect(
    withNotice(confirmed.code === "replaced" ? paths.recoveryCodes : paths.twoFactorLogin, confirmed.code),
  );
}
