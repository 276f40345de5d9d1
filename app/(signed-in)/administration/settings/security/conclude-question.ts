/** How the answer to either question of this page ends: with what is saved, or with the question asked anew. */
import "server-only";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { FormState } from "@/components/form-state";
import type { editSettings } from "@/lib/organisations/edit-settings";
import { currentWords } from "@/lib/web/current-words";
import { shutOut } from "@/lib/web/left-behind";
import { paths, withNotice } from "@/lib/web/paths";
import { refusedForm } from "@/lib/web/read-form";

/** Leaves for the settings, unless somebody saved others meanwhile and the question is still one: then it is asked anew. */
export async function concludeQuestion(
  form: FormData,
  outcome: Awaited<ReturnType<typeof editSettings>>,
): Promise<FormState> {
  const { questionMeanwhile, ownStepMissing } = (await currentWords()).settings.security;
  if (!outcome.ok && outcome.code === "session-ended") return shutOut();
  if (!outcome.ok && outcome.code === "second-step-missing") return refusedForm(form, ownStepMissing);
  if (outcome.ok || outcome.code !== "changed-meanwhile") redirect(withNotice(paths.security, "saved"));
  const { switchedOn, revision } = outcome.present;
  if (!switchedOn) redirect(withNotice(paths.security, "changed-meanwhile"));
  // How many would log in with the password alone is said anew.
  revalidatePath(paths.security);
  return refusedForm(form, questionMeanwhile, { revision: String(revision) });
}
