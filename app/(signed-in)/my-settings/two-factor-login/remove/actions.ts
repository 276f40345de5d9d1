"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { removeAuthenticator } from "@/lib/two-factor/change-methods";
import { paths, withNotice } from "@/lib/web/paths";
import { freshlySignedIn } from "@/lib/web/permit";

/** "Remove": pressed twice, the second press finds it done. */
export async function removeAuthenticatorAction(): Promise<void> {
  const { actor } = await freshlySignedIn();
  await removeAuthenticator(actor);
  // The frame says what is missing now.
  revalidatePath("/", "layout");
  redirect(withNotice(paths.twoFactorLogin, "removed"));
}
