/** Says when to come back: "Wait before you try again", with the exact moment, 429 and Retry-After. */
import "server-only";
import type { RefusedForm } from "@/components/form-state";
import { now } from "@/lib/kernel/clock";
import { whenToComeBack } from "@/lib/words/moment";
import { currentLanguage, currentWords } from "./current-words";
import { refusedForm } from "./read-form";
import { answerWith } from "./request-scope";

/** The refusal of a closed door that opens again at `until`; `sentence` says what can be done then. */
export async function tooMany(
  form: FormData,
  { until }: { until: Date },
  sentence?: (when: string) => string,
): Promise<RefusedForm> {
  const say = sentence ?? (await currentWords()).general.tooMany;
  const refused = refusedForm(form, say(whenToComeBack(until, now(), await currentLanguage())));
  answerWith(429, until);
  return refused;
}
