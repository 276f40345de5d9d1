/** Forms that were open longer than the session of whoever filled them in: kept for them, and done for nobody else. */
import "server-only";
import { revalidatePath } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { FormState } from "@/components/form-state";
import type { Permission } from "@/lib/organisations/permission";
import { currentSession, presentPath } from "./current";
import { paths, withNotice } from "./paths";
import { permit } from "./permit";
import { answerWith } from "./request-scope";
import { noticing } from "./step-up";

/**
 * What an action answers before it asks who may do this. Where the session has ended, the form stays where it is, with
 * the way to a login in a new tab; without JavaScript there is no page to keep it on, and `permit` leads to the login.
 * Where somebody else has logged in since, the form is not theirs: they see the page as it is for them. Else undefined.
 */
export async function leftBehind(form: FormData, permission?: Permission): Promise<FormState | undefined> {
  const session = await currentSession();
  const path = await presentPath();
  if (!session) {
    if (!(await headers()).has("next-action")) return undefined;
    answerWith(422);
    const logIn = withNotice(paths.login, "session-ended", noticing(path, "confirmed-in-tab"));
    return { status: "logged-out", logIn };
  }
  const whose = form.get("whose");
  if (!whose || whose === session.user.id) return undefined;
  // Whoever may not do this at all is told what they are always told.
  if (permission) await permit(permission);
  // The frame names its owner, too.
  revalidatePath("/", "layout");
  redirect(noticing(path, "somebody-else"));
}
