"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import type { FormState } from "@/components/form-state";
import { now } from "@/lib/kernel/clock";
import { editSettings } from "@/lib/organisations/edit-settings";
import { freshly } from "@/lib/sessions/actor";
import { currentWords } from "@/lib/web/current-words";
import { shutOut } from "@/lib/web/left-behind";
import { paths } from "@/lib/web/paths";
import { isLeftBehind, permitForm } from "@/lib/web/permit-form";
import { inEveryLanguage, invalidField, nameField, readForm, refusedForm } from "@/lib/web/read-form";
import { languages } from "@/lib/words/language";
import { revision } from "../revision";

const General = inEveryLanguage(({ settings }) =>
  z.object({
    revision: revision(settings.malformed),
    name: nameField(settings.general.nameMissing),
    language: z
      .enum(["", ...languages], settings.general.languageUnknown)
      .transform((chosen) => chosen || null),
  }),
);

/** "Save": the organisation's name and its default language. */
export async function saveGeneralAction(_: FormState, form: FormData): Promise<FormState> {
  const by = await permitForm("settings.edit", form);
  if (isLeftBehind(by)) return by;
  const words = await currentWords();
  const input = readForm(General(words), form);
  if (!input.ok) return input;
  const fresh = freshly(by, now());
  if (!fresh) {
    // The page shows the way to a fresh proof; what was typed stays.
    revalidatePath(paths.settings);
    return refusedForm(form, words.settings.notFresh);
  }

  const { revision, ...change } = input.value;
  const outcome = await editSettings(fresh, change, { revision });
  if (outcome.ok) {
    // The name stands in the frame of every page.
    revalidatePath("/", "layout");
    // Said in the default language that was just chosen, like the page around it.
    const { settings } = await currentWords();
    return { status: "saved", message: settings.general.saved };
  }
  if (outcome.code === "changed-meanwhile") {
    const { name, language, revision: newer } = outcome.present;
    const values = { name, language: language ?? "", revision: String(newer) };
    return refusedForm(form, words.settings.changedMeanwhile, values);
  }
  if (outcome.code === "session-ended") return shutOut();
  return invalidField(form, "name", words.settings.general.nameTaken);
}
