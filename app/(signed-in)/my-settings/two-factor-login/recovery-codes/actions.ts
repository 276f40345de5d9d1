"use server";

import { redirect } from "next/navigation";
import type { FormState } from "@/components/form-state";
import { forgetRecoveryCodes } from "@/lib/two-factor/make-recovery-codes";
import { currentWords } from "@/lib/web/current-words";
import { paths, withNotice } from "@/lib/web/paths";
import { signedIn } from "@/lib/web/permit";
import { invalidField } from "@/lib/web/read-form";

/** "I have saved my recovery codes": from now on nobody can read them. */
export async function codesSavedAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await signedIn();
  if (form.get("saved") !== "on") {
    const { twoFactor } = await currentWords();
    return invalidField(form, "saved", twoFactor.codes.savedMissing);
  }
  await forgetRecoveryCodes(actor);
  redirect(withNotice(paths.twoFactorLogin, "codes-saved"));
}
