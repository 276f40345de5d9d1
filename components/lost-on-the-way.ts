/** What becomes of a form that does not reach an action: it comes back with what was typed, and says so. */
import { unstable_isUnrecognizedActionError as isOutdated } from "next/navigation";
import type { RefObject } from "react";
import type { FormAction, TypedValues } from "./form-state";

/** What nobody's page keeps, whether it was sent or not. */
const secrets = '[autocomplete$="password"], [autocomplete="one-time-code"]';

/** Why `form` was not sent: there is no connection, or the page is older than the server, which does not know its action. */
export type Lost = { noConnection: string; outdated: string };

/** `action`; where `form` is lost on its way there, the answer says why, and is not a page of its own. */
export function orLostOnTheWay(
  action: FormAction,
  form: RefObject<HTMLFormElement | null>,
  sentences: Lost,
): FormAction {
  return async (state, data) => {
    try {
      return await action(state, data);
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
  return error instanceof TypeError && !("digest" in error) ? "noConnection" : undefined;
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
