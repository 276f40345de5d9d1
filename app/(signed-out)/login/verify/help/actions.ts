"use server";

import type { FormState } from "@/components/form-state";
import { askForHelp } from "@/lib/organisations/ask-for-help";
import { currentPendingLogin } from "@/lib/web/current-pending-login";
import { currentWords } from "@/lib/web/current-words";
import { anyone } from "@/lib/web/permit";
import { currentVisitor } from "@/lib/web/visitor";

/** "Ask an administrator": the same answer always. */
export async function askForHelpAction(): Promise<FormState> {
  anyone();
  const { token, pending } = await currentPendingLogin();
  await askForHelp(token, await currentVisitor());
  const { help } = (await currentWords()).login;
  return { status: "saved", message: help.asked(pending.organisationName) };
}
