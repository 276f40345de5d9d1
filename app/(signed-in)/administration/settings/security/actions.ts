"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import type { FormState } from "@/components/form-state";
import { now } from "@/lib/kernel/clock";
import { editSettings } from "@/lib/organisations/edit-settings";
import { freshly } from "@/lib/sessions/actor";
import { currentWords } from "@/lib/web/current-words";
import { shutOut } from "@/lib/web/left-behind";
import { paths } from "@/lib/web/paths";
import { permitFresh } from "@/lib/web/permit";
import { isLeftBehind, permitForm } from "@/lib/web/permit-form";
import { checkbox, inEveryLanguage, invalidField, readForm, refusedForm } from "@/lib/web/read-form";
import { revision } from "../../revision";
import { chosenMethods } from "./chosen-methods";
import { concludeQuestion } from "./conclude-question";

const Security = inEveryLanguage(({ settings }) =>
  z.object({
    revision: revision(settings.malformed),
    enabled: checkbox(settings.security.enableMalformed),
    methods: chosenMethods(settings.security.methodUnknown),
  }),
);

/** "Save": switches two-factor login and chooses the methods. What leaves people without is asked about first. */
export async function saveSecurityAction(_: FormState, form: FormData): Promise<FormState> {
  const by = await permitForm("settings.edit", form);
  if (isLeftBehind(by)) return by;
  const words = await currentWords();
  const input = readForm(Security(words), form, ["methods"]);
  if (!input.ok) return input;
  const fresh = freshly(by, now());
  const { enabled, methods: allowedMethods, revision } = input.value;
  const outcome = fresh && (await editSettings(fresh, { switchedOn: enabled, allowedMethods }, { revision }));
  if (outcome?.ok === false && outcome.code === "session-ended") return shutOut();
  // Whatever the answer, the numbers beside the boxes are those of now, and with an old proof the way to a new one.
  revalidatePath(paths.security);
  if (!outcome) return refusedForm(form, words.settings.notFresh);
  if (outcome.ok) return { status: "saved", message: words.settings.security.saved };
  if (outcome.code === "changed-meanwhile") {
    const { present } = outcome;
    return refusedForm(form, words.settings.changedMeanwhile, {
      revision: String(present.revision),
      enabled: present.switchedOn ? "on" : "",
      methods: present.allowedMethods,
    });
  }
  if (outcome.code === "switch-off-unconfirmed") redirect(paths.switchOff(allowedMethods));
  if (outcome.code === "method-loss-unconfirmed") redirect(paths.methodLoss(allowedMethods));
  const { ownStepMissing, methodsMissing } = words.settings.security;
  if (outcome.code === "second-step-missing") return refusedForm(form, ownStepMissing);
  return invalidField(form, "methods", methodsMissing);
}

const SwitchOff = inEveryLanguage(({ settings }) =>
  z.object({ revision: revision(settings.malformed), methods: chosenMethods(settings.malformed) }),
);

/** "Switch it off": the answer to the question that saving had asked; what was chosen beside the switch is saved, too. */
export async function switchOffAction(_: FormState, form: FormData): Promise<FormState> {
  const by = await permitFresh("settings.edit");
  const input = readForm(SwitchOff(await currentWords()), form, ["methods"]);
  if (!input.ok) return input;

  const { methods: allowedMethods, revision } = input.value;
  const basis = { revision, switchOffConfirmed: true };
  return concludeQuestion(form, await editSettings(by, { switchedOn: false, allowedMethods }, basis));
}

const LoseMethods = inEveryLanguage(({ settings }) =>
  z.object({
    revision: revision(settings.malformed),
    methods: chosenMethods(settings.malformed).refine(({ length }) => length > 0, settings.malformed),
  }),
);

/** "Save all the same": the answer to the question that saving had asked. */
export async function loseMethodsAction(_: FormState, form: FormData): Promise<FormState> {
  const by = await permitFresh("settings.edit");
  const input = readForm(LoseMethods(await currentWords()), form, ["methods"]);
  if (!input.ok) return input;

  const { methods: allowedMethods, revision } = input.value;
  const basis = { revision, methodLossConfirmed: true };
  return concludeQuestion(form, await editSettings(by, { allowedMethods }, basis));
}
