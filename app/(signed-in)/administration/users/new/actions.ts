"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { FormState } from "@/components/form-state";
import { addUser } from "@/lib/organisations/add-user";
import { currentWords } from "@/lib/web/current-words";
import { shutOut } from "@/lib/web/left-behind";
import { paths, withNotice } from "@/lib/web/paths";
import { isLeftBehind, permitForm } from "@/lib/web/permit-form";
import { readForm } from "@/lib/web/read-form";
import { tooMany } from "@/lib/web/too-many";
import { refusedField } from "../field-refusal";
import { fieldsOf, UserSchema } from "../user-schema";

/** "Save": adds the user, and mails the activation if the box is ticked. */
export async function addUserAction(_: FormState, form: FormData): Promise<FormState> {
  const by = await permitForm("users.invite", form);
  if (isLeftBehind(by)) return by;
  const words = await currentWords();
  const input = readForm(UserSchema(words), form, ["teams"]);
  if (!input.ok) return input;

  const outcome = await addUser(by, fieldsOf(input.value), { sendActivation: input.value.activation });
  if (!outcome.ok) {
    if (outcome.code === "session-ended") return shutOut();
    if (outcome.code === "address-mailed-enough")
      return tooMany(form, outcome, words.users.adding.addressMailedEnough);
    // With an old proof the page has the way to a new one to show.
    revalidatePath(paths.newUser);
    return refusedField(form, outcome, words, words.users.adding.notFresh);
  }
  redirect(withNotice(paths.user(outcome.value.id), outcome.value.told));
}
