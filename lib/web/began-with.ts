/** What a form began with, as it says itself, so that what was left alone in it is known from what was touched. */
import type { z } from "zod";
import { beganName } from "@/components/began-name";
import type { TypedValues } from "@/components/form-state";

/**
 * The fields of `schema` as `form` began with them, those in `lists` with all their values; undefined where it does not
 * say so. Good for showing and joining, and for nothing else: whoever sends it may write into it what they like.
 */
export function beganWith<Schema extends z.ZodObject>(
  schema: Schema,
  form: FormData,
  lists: (keyof Schema["shape"] & string)[] = [],
): z.output<Schema> | undefined {
  const fields = Object.keys(schema.shape).map((field) => {
    const name = beganName(field);
    return [field, lists.includes(field) ? form.getAll(name) : form.get(name)];
  });
  return schema.safeParse(Object.fromEntries(fields)).data;
}

/** What a form carries along that begins anew with `values`. */
export function beginningWith(values: TypedValues): TypedValues {
  return Object.fromEntries(Object.entries(values).map(([field, value]) => [beganName(field), value]));
}
