/**
 * Forms that were open longer than the session of whoever filled them in, or when their second step came due: kept for
 * them, and done for nobody else.
 */
import "server-only";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { FormState } from "@/components/form-state";
import type { Permission } from "@/lib/organisations/permission";
import type { LiveSession } from "@/lib/sessions/find-session";
import { currentSession, isProofDue, presentPath } from "./current";
import { paths, withNotice } from "./paths";
import { logInFirst, permit } from "./permit";
import { answerWith } from "./request-scope";
import { isScripted } from "./scripted";
import { noticing, stepUpFor } from "./step-up";

/**
 * What an action answers before it asks who may do this. Where the session has ended, or owes a second step by now, the
 * form stays where it is, with the way to a login or to the step-up in a new tab; without JavaScript there is no page to
 * keep it on, and `permit` leads there. Where somebody else has logged in since, the form is not theirs: they see the page
 * as it is for them. Else undefined.
 */
export async function leftBehind(form: FormData, permission?: Permission): Promise<FormState | undefined> {
  const session = await currentSession();
  const path = await presentPath();
  if (!session) return loggedOut(path);
  // Whoever may not do this at all is told what they are always told.
  if (permission && isOfAnother(form, session)) await permit(permission);
  await keepToOwner(form);
  if (!isProofDue(session)) return undefined;
  return kept({ status: "proof-due", way: stepUpFor(path, "confirmed-in-tab") });
}

/**
 * Goes on for those alone who were shown `form`, which may be no more than a button: whoever has logged in since has not
 * pressed that for their own account, and departs to the page as it is for them.
 */
export async function keepToOwner(form: FormData): Promise<void> {
  const session = await currentSession();
  if (!session || !isOfAnother(form, session)) return;
  // The frame names its owner, too.
  revalidatePath("/", "layout");
  redirect(noticing(await presentPath(), "somebody-else"));
}

function isOfAnother(form: FormData, { user }: LiveSession): boolean {
  const whose = form.get("whose");
  return Boolean(whose) && whose !== user.id;
}

/**
 * What an action answers to whom was let in, and shut out while what they asked for waited: that their form is left
 * behind after all. Without JavaScript they depart to the login, where whoever comes too late is led.
 */
export async function shutOut(): Promise<FormState> {
  const path = await presentPath();
  return (await loggedOut(path)) ?? logInFirst(noticing(path, "nothing-saved"));
}

function loggedOut(path: string): Promise<FormState | undefined> {
  const back = noticing(path, "confirmed-in-tab");
  return kept({ status: "logged-out", way: withNotice(paths.login, "session-ended", back) });
}

/** `state` for whoever can keep the form. */
async function kept(state: FormState): Promise<FormState | undefined> {
  if (!(await isScripted())) return undefined;
  answerWith(422);
  return state;
}
