/** Tells what somebody did in a form from what they left as it was. */

type Value = string | string[] | null | undefined;

/** The fields of `typed` that differ from what the form `began` with. A list is a set: its order says nothing. */
export function touched<Fields extends Record<string, Value>>(began: Fields, typed: Fields): Partial<Fields> {
  const differs = ([name, value]: [string, Value]) => inOneForm(began[name]) !== inOneForm(value);
  return Object.fromEntries(Object.entries(typed).filter(differs)) as Partial<Fields>;
}

const inOneForm = (value: Value) => (Array.isArray(value) ? value.toSorted().join() : value);
