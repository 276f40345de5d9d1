"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import type { FormState } from "@/components/form-state";
import { changePassword } from "@/lib/accounts/change-password";
import { changeProfile } from "@/lib/accounts/change-profile";
import { touched } from "@/lib/kernel/touched";
import { beganWith } from "@/lib/web/began-with";
import { busy } from "@/lib/web/busy";
import { currentLanguage, currentWords } from "@/lib/web/current-words";
import { leftBehind, shutOut } from "@/lib/web/left-behind";
import { passwordSentence } from "@/lib/web/password-sentence";
import { paths } from "@/lib/web/paths";
import { freshlySignedIn, logInFirst, signedIn } from "@/lib/web/permit";
import {
  inEveryLanguage,
  invalidField,
  nameField,
  passwordField,
  readForm,
  refusedForm,
} from "@/lib/web/read-form";
import { tooMany } from "@/lib/web/too-many";
import { languages } from "@/lib/words/language";
import { clockTime } from "@/lib/words/moment";

const ChangeProfile = inEveryLanguage(({ mySettings: { profile } }) =>
  z.object({
    name: nameField(profile.nameMissing),
    language: z
      .enum(["", ...languages], profile.languageMissing)
      .transform((chosen) => chosen || null)
      .optional(),
  }),
);

/** "Save" in the profile; what was left alone in the form is as somebody else may have made it meanwhile. */
export async function changeProfileAction(_: FormState, form: FormData): Promise<FormState> {
  const behind = await leftBehind(form);
  if (behind) return behind;
  const { actor } = await signedIn();
  const words = await currentWords();
  const schema = ChangeProfile(words);
  const input = readForm(schema, form);
  if (!input.ok) return input;

  const began = beganWith(schema, form);
  const changed = await changeProfile(actor, began ? touched(began, input.value) : input.value);
  if (!changed.ok) return shutOut();
  refresh();
  // Said in the language that was just chosen, like the page around it.
  const { mySettings } = await currentWords();
  return { status: "saved", message: mySettings.profile.saved };
}

const ChangePassword = inEveryLanguage(({ mySettings: { password }, accountLinks }) =>
  z.object({
    currentPassword: passwordField(password.currentMissing, password.currentWrong),
    newPassword: z.string(accountLinks.password.missing).min(1, accountLinks.password.missing),
  }),
);

/** "Change password". Whoever must step up finds the form empty afterwards: passwords are kept nowhere on the way. */
export async function changePasswordAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await freshlySignedIn("nothing-saved");
  const words = await currentWords();
  const input = readForm(ChangePassword(words), form);
  if (!input.ok) return input;

  const { currentPassword, newPassword } = input.value;
  const outcome = await changePassword(actor, currentPassword, newPassword).catch(busy);
  if (outcome.ok) return { status: "saved", message: words.mySettings.password.saved };
  if (outcome.code === "session-ended") return logInFirst(paths.mySettings);
  if (outcome.code === "busy") return refusedForm(form, words.login.busy);
  if (outcome.code === "too-many") return tooMany(form, outcome);
  const { currentWrong, justChanged } = words.mySettings.password;
  if (outcome.code === "wrong-credentials") return invalidField(form, "currentPassword", currentWrong);
  if (outcome.code === "just-changed") {
    const time = clockTime(outcome.changedAt, await currentLanguage());
    return invalidField(form, "currentPassword", justChanged(time));
  }
  return invalidField(form, "newPassword", passwordSentence(words, outcome.code));
}
