import type { FormState } from "@/components/form-state";
import type { Language } from "@/lib/words/language";
import { clockTime } from "@/lib/words/moment";
import type { Words } from "@/lib/words/words";

/** What is answered to "Resend code". */
export function resentAt(sentAt: Date, { resent }: Words["login"]["byEmail"], language: Language): FormState {
  return { status: "saved", message: resent(clockTime(sentAt, language)) };
}
