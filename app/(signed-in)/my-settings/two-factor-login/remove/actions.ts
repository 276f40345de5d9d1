"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { removeAuthenticator } from "@/lib/two-factor/change-methods";
import { keepToOwner } from "@/lib/web/left-behind";
import { paths, withNotice } from "@/lib/web/paths";
import { freshlySignedIn } from "@/lib/web/permit";

/** "Remove": pressed twice, the second press finds it done. */
export async function removeAuthenticatorAction(form: FormData): Promise<void> {
  const { actor } = await freshlySignedIn();
  await keepToOwner(form);
  await removeAuthenticator(actor);
  // The frame says what is missing now.
  revalidatePath("/", "layout");
  redirect(withNotice(paths.twoFactorLogin, "removed"));
}
