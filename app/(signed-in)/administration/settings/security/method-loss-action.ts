"use server";

import { z } from "zod";
import type { FormState } from "@/components/form-state";
import { editSettings } from "@/lib/organisations/edit-settings";
import { currentWords } from "@/lib/web/current-words";
import { permitFresh } from "@/lib/web/permit";
import { readForm } from "@/lib/web/read-form";
import { revision } from "../../revision";
import { chosenMethods } from "./chosen-methods";
import { concludeQuestion } from "./conclude-question";

/** "Save all the same": the answer to the question that saving had asked. */
export async function loseMethodsAction(_: FormState, form: FormData): Promise<FormState> {
  const by = await permitFresh("settings.edit");
  const { settings } = await currentWords();
  const Wanted = z.object({
    revision: revision(settings.malformed),
    methods: chosenMethods(settings.malformed).refine(({ length }) => length > 0, settings.malformed),
  });
  const input = readForm(Wanted, form, ["methods"]);
  if (!input.ok) return input;

  const { revision: seen, methods: allowedMethods } = input.value;
  const basis = { revision: seen, methodLossConfirmed: true };
  return concludeQuestion(form, await editSettings(by, { allowedMethods }, basis));
}
