"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import type { FormState } from "@/components/form-state";
import { editSettings } from "@/lib/organisations/edit-settings";
import { permitFresh } from "@/lib/web/current";
import { currentWords } from "@/lib/web/current-words";
import { paths } from "@/lib/web/paths";
import { readForm } from "@/lib/web/read-form";
import { revision } from "../../revision";

/** "Switch it off": the answer to the question that saving had asked. */
export async function switchOffAction(_: FormState, form: FormData): Promise<FormState> {
  const by = await permitFresh("settings.edit");
  const { settings } = await currentWords();
  const input = readForm(z.object({ revision: revision(settings.malformed) }), form);
  if (!input.ok) return input;

  const basis = { revision: input.value.revision, switchOffConfirmed: true };
  const outcome = await editSettings(by, { switchedOn: false }, basis);
  if (outcome.ok || outcome.code !== "changed-meanwhile") redirect(`${paths.security}?saved`);
  // How many would log in with the password alone is said anew.
  revalidatePath(paths.security);
  return {
    status: "refused",
    message: settings.changedMeanwhile,
    values: { revision: String(outcome.present.revision) },
  };
}
