"use server";

import { z } from "zod";
import type { FormState } from "@/components/form-state";
import { editSettings } from "@/lib/organisations/edit-settings";
import { currentWords } from "@/lib/web/current-words";
import { permitFresh } from "@/lib/web/permit";
import { readForm } from "@/lib/web/read-form";
import { revision } from "../../revision";
import { concludeQuestion } from "./conclude-question";

/** "Switch it off": the answer to the question that saving had asked. */
export async function switchOffAction(_: FormState, form: FormData): Promise<FormState> {
  const by = await permitFresh("settings.edit");
  const { settings } = await currentWords();
  const input = readForm(z.object({ revision: revision(settings.malformed) }), form);
  if (!input.ok) return input;

  const basis = { revision: input.value.revision, switchOffConfirmed: true };
  return concludeQuestion(await editSettings(by, { switchedOn: false }, basis));
}
