"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import type { FormState } from "@/components/form-state";
import { editSettings } from "@/lib/organisations/edit-settings";
import { permitFresh } from "@/lib/web/current";
import { currentWords } from "@/lib/web/current-words";
import { invalidField, nameField, readForm } from "@/lib/web/read-form";
import { languages } from "@/lib/words/language";
import type { Words } from "@/lib/words/words";
import { revision } from "../revision";

const General = ({ settings }: Words) =>
  z.object({
    revision: revision(settings.malformed),
    name: nameField(settings.general.nameMissing),
    language: z
      .enum(["", ...languages], settings.general.languageUnknown)
      .transform((chosen) => chosen || null),
  });

/** "Save": the organisation's name and its default language. */
export async function saveGeneralAction(_: FormState, form: FormData): Promise<FormState> {
  const by = await permitFresh("settings.edit");
  const words = await currentWords();
  const input = readForm(General(words), form);
  if (!input.ok) return input;

  const { revision, ...change } = input.value;
  const outcome = await editSettings(by, change, { revision });
  if (outcome.ok) {
    // The name stands in the frame of every page.
    revalidatePath("/", "layout");
    return { status: "saved", message: words.settings.general.saved };
  }
  if (outcome.code === "changed-meanwhile") {
    const { name, language, revision: newer } = outcome.present;
    return {
      status: "refused",
      message: words.settings.changedMeanwhile,
      values: { name, language: language ?? "", revision: String(newer) },
    };
  }
  return invalidField(form, "name", words.settings.general.nameTaken);
}
