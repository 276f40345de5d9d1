/** What a form's server action answers. A type only, so that both sides of the wire may import it. */

/** What was typed, to be shown again. Passwords and codes never belong in here. */
export type TypedValues = Record<string, string | string[]>;

/** Some fields cannot be read: one sentence for each, by the field's name. */
export type InvalidForm = { status: "invalid"; values: TypedValues; errors: Record<string, string> };

/** The fields were readable and the answer is no: one sentence for the whole form. */
export type RefusedForm = {
  status: "refused";
  values: TypedValues;
  message: string;
  /** What is to be done first, in a new tab: what was typed stays here. */
  way?: { href: string; text: string };
};

export type FormState =
  | { status: "idle" }
  | InvalidForm
  | RefusedForm
  /**
   * Nothing was done: nobody is logged in any more, or whoever is owes a proof by now. Only JavaScript can keep the page, so
   * only that is told so.
   */
  | { status: "logged-out" | "proof-due"; way: string }
  /** Done, and the person stays on the page. */
  | { status: "saved"; message: string };

/** A server action as `useActionState` calls it. */
export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;
