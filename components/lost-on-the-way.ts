/** What becomes of a form that no action answers, or that nobody may answer: it comes back with what was typed. */
import { unstable_isUnrecognizedActionError as isOutdated } from "next/navigation";
import type { RefObject } from "react";
import type { FormAction, TypedValues } from "./form-state";

/** What nobody's page keeps, whether it was sent or not. */
const secrets = '[autocomplete$="password"], [autocomplete="one-time-code"]';

/**
 * Why no action answered: there is no connection; the page is older than the server, which does not know its action; the
 * server has too much to do; or somebody else answered, such as a proxy whose server ends, and may have passed it on.
 */
type Lost = { noConnection: string; outdated: string; busy: string; noAnswer: string };

/** What is said of it; where the session has ended meanwhile, or a proof come due, also the way on. */
export type LostWords = Lost & { behind: Record<"logged-out" | "proof-due", { text: string; way: string }> };

/** How Next says that an answer was a sentence: as an error of its words. This is the one of scripts/admission.mjs. */
const busy = /^Busy\b/;

/** What Next says of any other answer that is not an action's. */
const noAnswer = "An unexpected response was received from the server.";

/** `action`; where `form` is lost on its way there, the answer says why, and is not a page of its own. */
export function orLostOnTheWay(
  action: FormAction,
  form: RefObject<HTMLFormElement | null>,
  sentences: LostWords,
): FormAction {
  return async (state, data) => {
    try {
      const answer = await action(state, data);
      if (answer.status !== "logged-out" && answer.status !== "proof-due") return answer;
      const { text: message, way } = sentences.behind[answer.status];
      return {
        status: "refused",
        values: typedInto(form.current),
        message,
        way: { href: answer.way, text: way },
      };
    } catch (error) {
      const reason = reasonOf(error);
      if (!reason) throw error;
      return { status: "refused", values: typedInto(form.current), message: sentences[reason] };
    }
  };
}

/** `fetch` fails with a TypeError; redirects, not-founds and faults of the server carry a digest and go on. */
function reasonOf(error: unknown): keyof Lost | undefined {
  if (isOutdated(error)) return "outdated";
  if (!(error instanceof Error) || "digest" in error) return undefined;
  if (error instanceof TypeError) return "noConnection";
  if (busy.test(error.message)) return "busy";
  return error.message === noAnswer ? "noAnswer" : undefined;
}

function typedInto(form: HTMLFormElement | null): TypedValues {
  if (!form) return {};
  const data = new FormData(form);
  for (const secret of form.querySelectorAll<HTMLInputElement>(secrets)) data.delete(secret.name);
  const values: TypedValues = {};
  for (const name of new Set(data.keys())) {
    const texts = data.getAll(name).filter((value) => typeof value === "string");
    values[name] = texts.length === 1 && texts[0] !== undefined ? texts[0] : texts;
  }
  return values;
}
