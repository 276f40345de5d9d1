/** How the answer to either question of this page ends: with what is saved, or with the question asked anew. */
import "server-only";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { FormState } from "@/components/form-state";
import type { editSettings } from "@/lib/organisations/edit-settings";
import { currentWords } from "@/lib/web/current-words";
import { paths } from "@/lib/web/paths";

export async function concludeQuestion(
  outcome: Awaited<ReturnType<typeof editSettings>>,
): Promise<FormState> {
  if (outcome.ok || outcome.code !== "changed-meanwhile") redirect(`${paths.security}?saved`);
  // How many would log in with the password alone is said anew.
  revalidatePath(paths.security);
  return {
    status: "refused",
    message: (await currentWords()).settings.changedMeanwhile,
    values: { revision: String(outcome.present.revision) },
  };
}
