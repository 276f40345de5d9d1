"use server";

import type { FormState } from "@/components/form-state";
import { anyone } from "@/lib/web/permit";
import { answer } from "../answer";

/** "Log in" with the code that the app shows. */
export async function authenticatorCodeAction(_: FormState, form: FormData): Promise<FormState> {
  anyone();
  return answer("authenticator", form);
}
