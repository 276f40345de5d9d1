/** Reads a form: every field checked, each error at its field, what was typed kept, secrets forgotten. */
import { z } from "zod";
import type { InvalidForm, RefusedForm, TypedValues } from "@/components/form-state";
import { isEmailAddress, longestEmail } from "@/lib/accounts/email-address";
import { isName } from "@/lib/accounts/name";
import { onceForEach } from "@/lib/kernel/once-for-each";
import { withoutUnseen } from "@/lib/kernel/unseen";
import type { Words } from "@/lib/words/words";
import { parametersIn } from "./read-parameters";
import { answerWith } from "./request-scope";

/** Fields that are never sent back to the browser. */
const secretFields = /password|code|token/i;

export type ReadForm<Value> = { ok: true; value: Value } | ({ ok: false } & InvalidForm);

/**
 * Reads `form` by `schema`, whose messages are sentences. A field that is repeated, a file, holds a null character, or is
 * longer than the schema allows is an error at that field; only those in `lists` may be repeated. Fields that the schema
 * does not name are ignored.
 */
export function readForm<Schema extends z.ZodObject>(
  schema: Schema,
  form: FormData,
  lists: (keyof Schema["shape"] & string)[] = [],
): ReadForm<z.output<Schema>> {
  const fields = Object.keys(schema.shape).map((name) => {
    const given = form.getAll(name);
    if (lists.includes(name)) return [name, given];
    return [name, given.length > 1 ? given : readable(given[0])] as const;
  });
  const parsed = schema.safeParse(Object.fromEntries(fields));
  if (parsed.success) return { ok: true, value: parsed.data };
  const errors: Record<string, string> = {};
  for (const { path, message } of parsed.error.issues) errors[String(path[0])] ??= message;
  answerWith(422);
  return { ok: false, status: "invalid", errors, values: typedValues(form) };
}

/** Nobody types a null character, and Postgres has no text with one: what holds it is malformed, as a file would be. */
function readable(given: FormDataEntryValue | undefined) {
  return typeof given === "string" && given.includes("\u0000") ? null : given;
}

/**
 * The schema that `build` makes of a language's sentences, made once for each: zod writes a function for every schema that
 * it reads by, and at a login that took longer than anything else of ours.
 */
export const inEveryLanguage: <Schema>(build: (words: Words) => Schema) => (words: Words) => Schema =
  onceForEach;

/** An error at one field that only a verb could find. */
export function invalidField(form: FormData, name: string, sentence: string): InvalidForm {
  answerWith(422);
  return { status: "invalid", errors: { [name]: sentence }, values: typedValues(form) };
}

/** A refusal for the whole form, which comes back as it was typed, but for what `values` say. */
export function refusedForm(form: FormData, message: string, values: TypedValues = {}): RefusedForm {
  answerWith(422);
  return { status: "refused", message, values: { ...typedValues(form), ...values } };
}

/** What was typed, without secrets, files and Next's own fields; cut so that an oversized field is not echoed whole. */
function typedValues(form: FormData): TypedValues {
  const values: TypedValues = {};
  for (const [name, texts] of Object.entries(parametersIn(form))) {
    if (secretFields.test(name) || name.startsWith("$ACTION")) continue;
    const cut = texts.map((text) => text.slice(0, 2_000));
    values[name] = cut.length > 1 ? cut : (cut[0] ?? "");
  }
  return values;
}

/** A text field with one sentence for everything that can be wrong with it; what nobody sees of it is not read. */
export function text(sentence: string, { least = 1, most = 200 }: { least?: number; most?: number } = {}) {
  return z.string(sentence).overwrite(withoutUnseen).trim().min(least, sentence).max(most, sentence);
}

/** The name of somebody or something, with one sentence for everything that can be wrong with it. */
export function nameField(sentence: string) {
  return text(sentence).refine(isName, sentence);
}

/** An e-mail address, with one sentence for everything that can be wrong with it. */
export function emailField(sentence: string) {
  return text(sentence, { most: longestEmail }).refine(isEmailAddress, sentence);
}

/** Longer than any password may be, so that a wrong one is compared and not refused by its length. */
const longestTyped = 1_000;

/** A password that is compared with the one that is stored: `missing`, or so long that it is `wrong` unseen. */
export function passwordField(missing: string, wrong: string) {
  return z.string(missing).min(1, missing).max(longestTyped, wrong);
}

/** A moment that the page wrote into its form, in the years that a database can compare. */
export function momentField(sentence: string) {
  return z.iso
    .datetime(sentence)
    .regex(/^[12]/, sentence)
    .transform((text) => new Date(text));
}

/** A checkbox: there or not. Repeated or with another value than a browser sends, it is malformed. */
export function checkbox(sentence: string) {
  return z
    .literal("on", sentence)
    .optional()
    .transform((value) => value === "on");
}
