/** What becomes of a form that does not reach the server: it comes back with what was typed, and says so. */
import type { RefObject } from "react";
import type { FormAction, TypedValues } from "./form-state";

/** What nobody's page keeps, whether it was sent or not. */
const secrets = '[autocomplete$="password"], [autocomplete="one-time-code"]';

/** `action`; where there is no connection to send `form` over, the answer is `sentence` instead of a page of its own. */
export function orLostOnTheWay(
  action: FormAction,
  form: RefObject<HTMLFormElement | null>,
  sentence: string,
): FormAction {
  return async (state, data) => {
    try {
      return await action(state, data);
    } catch (error) {
      if (!isLost(error)) throw error;
      return { status: "refused", values: typedInto(form.current), message: sentence };
    }
  };
}

/** `fetch` fails with a TypeError; redirects, not-founds and faults of the server carry a digest and go on. */
function isLost(error: unknown): boolean {
  return error instanceof TypeError && !("digest" in error);
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
