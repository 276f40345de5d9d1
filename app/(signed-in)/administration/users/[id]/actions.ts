"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { FormState } from "@/components/form-state";
import { now } from "@/lib/kernel/clock";
import { editUser } from "@/lib/organisations/edit-user";
import { endUserSessions } from "@/lib/organisations/end-user-sessions";
import { freshly } from "@/lib/sessions/actor";
import { isStillLoggedIn } from "@/lib/web/current";
import { currentLanguage, currentWords } from "@/lib/web/current-words";
import { shutOut } from "@/lib/web/left-behind";
import { paths, withNotice } from "@/lib/web/paths";
import { outOfReach, permit } from "@/lib/web/permit";
import { isLeftBehind, permitForm } from "@/lib/web/permit-form";
import { readForm, refusedForm } from "@/lib/web/read-form";
import { tooMany } from "@/lib/web/too-many";
import { refusedField } from "../field-refusal";
import { fieldsOf, UserSchema } from "../user-schema";
import { changedMeanwhile } from "./changed-meanwhile";

/** "Save": changes the user; the page binds the `id`. */
export async function editUserAction(id: string, _: FormState, form: FormData): Promise<FormState> {
  const by = await permitForm("users.edit", form);
  if (isLeftBehind(by)) return by;
  const words = await currentWords();
  const input = readForm(UserSchema(words), form, ["teams"]);
  if (!input.ok) return input;

  const { revision, activation } = input.value;
  const wanted = fieldsOf(input.value);
  const outcome = await editUser(by, id, wanted, { revision, sendActivation: activation });
  if (!outcome.ok && outcome.code === "session-ended") return shutOut();
  // Also after a refusal: the page shows what others saved, or the way to a fresh proof.
  revalidatePath(paths.user(id));
  // Another role or address of one's own ends one's own session, too: the page would only say that it has ended.
  if (outcome.ok && id === by.userId && !(await isStillLoggedIn()))
    redirect(withNotice(paths.login, "own-account-changed"));
  if (outcome.ok) return { status: "saved", message: words.users.form.saved[outcome.value] };
  switch (outcome.code) {
    case "not-found":
      return outOfReach("users.edit");
    case "changed-meanwhile":
      return changedMeanwhile(form, outcome, wanted, words.users, await currentLanguage());
    case "last-administrator":
      return refusedForm(form, words.users.form.lastAdministrator);
    case "too-many":
      return tooMany(form, outcome, words.users.form.mailedEnough);
    case "address-mailed-enough":
      return tooMany(form, outcome, words.users.form.addressMailedEnough);
    default:
      return refusedField(form, outcome, words, words.users.form.notFresh);
  }
}

/** "End all sessions" of the user; the page binds the `id`. */
export async function endSessionsAction(id: string, _: FormState, form: FormData): Promise<FormState> {
  const by = await permit("users.edit");
  const words = (await currentWords()).users.sessions;
  const fresh = freshly(by, now());
  const outcome = fresh && (await endUserSessions(fresh, id));
  if (outcome?.ok === false && outcome.code === "session-ended") return shutOut();
  // The page shows who is logged in now, or the way to a fresh proof.
  revalidatePath(paths.user(id));
  if (!outcome) return refusedForm(form, words.notFresh);
  if (!outcome.ok) return outOfReach("users.edit");
  return { status: "saved", message: words.ended };
}
