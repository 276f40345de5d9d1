"use server";

import { z } from "zod";
import type { FormState } from "@/components/form-state";
import { editSettings } from "@/lib/organisations/edit-settings";
import { methods } from "@/lib/two-factor/method";
import { currentWords } from "@/lib/web/current-words";
import { permitFresh } from "@/lib/web/permit";
import { readForm } from "@/lib/web/read-form";
import { revision } from "../../revision";
import { concludeQuestion } from "./conclude-question";

/** "Save all the same": the answer to the question that saving had asked. */
export async function loseMethodsAction(_: FormState, form: FormData): Promise<FormState> {
  const by = await permitFresh("settings.edit");
  const { settings } = await currentWords();
  const Wanted = z.object({
    revision: revision(settings.malformed),
    methods: z.array(z.enum(methods, settings.malformed), settings.malformed).min(1, settings.malformed),
  });
  const input = readForm(Wanted, form, ["methods"]);
  if (!input.ok) return input;

  const change = { allowedMethods: methods.filter((method) => input.value.methods.includes(method)) };
  const basis = { revision: input.value.revision, methodLossConfirmed: true };
  return concludeQuestion(await editSettings(by, change, basis));
}
