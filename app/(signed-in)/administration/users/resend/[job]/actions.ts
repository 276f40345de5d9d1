"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/components/form-state";
import { tryFailedAgain } from "@/lib/organisations/resend-confirmations";
import { currentWords } from "@/lib/web/current-words";
import { shutOut } from "@/lib/web/left-behind";
import { paths } from "@/lib/web/paths";
import { outOfReach, permit } from "@/lib/web/permit";

/** "Try the failed again"; the page binds the `id` of its sending. */
export async function tryAgainAction(id: string): Promise<FormState> {
  const by = await permit("users.invite");
  const outcome = await tryFailedAgain(by, id);
  if (!outcome.ok) return outcome.code === "session-ended" ? shutOut() : outOfReach("users.invite");
  revalidatePath(paths.resending(id));
  const { job: words } = (await currentWords()).resend;
  const { count } = outcome.value;
  return { status: "saved", message: count > 0 ? words.trying(count) : words.nothingFailed };
}
