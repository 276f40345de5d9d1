"use server";

import { redirect } from "next/navigation";
import { removeAuthenticator } from "@/lib/two-factor/change-methods";
import { freshlySignedIn } from "@/lib/web/current";
import { paths } from "@/lib/web/paths";

/** "Remove": pressed twice, the second press finds it done. */
export async function removeAuthenticatorAction(): Promise<void> {
  const { actor } = await freshlySignedIn();
  await removeAuthenticator(actor);
  redirect(`${paths.twoFactorLogin}?notice=removed`);
}
