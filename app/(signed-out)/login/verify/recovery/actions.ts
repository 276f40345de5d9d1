"use server";

import type { FormState } from "@/components/form-state";
import { anyone } from "@/lib/web/permit";
import { answer } from "../answer";

/** "Log in" with a recovery code. */
export async function recoveryCodeAction(_: FormState, form: FormData): Promise<FormState> {
  anyone();
  return answer("recovery-code", form);
}
