/** Refusals are returned as values and faults are thrown, so that a counter survives the refusal it caused. */

/** What a verb answers: a value, or a refusal whose `code` belongs to a closed union, with details for the sentence. */
export type Result<Value, Refused extends Refusal = never> =
  | { ok: true; value: Value }
  | ({ ok: false } & Refused);

/** A refusal: a kebab-case state (`run-out`), never a sentence; words are chosen by whoever shows it. */
type Refusal = { code: string };

export function ok(): { ok: true; value: undefined };
export function ok<Value>(value: Value): { ok: true; value: Value };
export function ok(value?: unknown) {
  return { ok: true, value };
}

export function refuse<Code extends string>(code: Code): { ok: false; code: Code };
export function refuse<Code extends string, Detail extends object>(
  code: Code,
  detail: Detail,
): { ok: false; code: Code } & Detail;
export function refuse(code: string, detail?: object) {
  return { ok: false, code, ...detail };
}
