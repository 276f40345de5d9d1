"use client";

import { beganName } from "./began-name";
import { useField } from "./field-state";
import { HiddenField } from "./hidden-field";

/** What the fields of a form began with travels along unseen: it shows which of them were touched here. */
export function BeganFields({ values }: { values: Record<string, string | string[]> }) {
  return Object.entries(values).map(([field, value]) => {
    const name = beganName(field);
    return typeof value === "string" ? (
      <HiddenField key={name} name={name} value={value} />
    ) : (
      <HiddenList key={name} name={name} values={value} />
    );
  });
}

/** Several values under one name; of a form that came back those that it came with, also when they are none. */
function HiddenList({ name, values }: { name: string; values: string[] }) {
  const field = useField({ name, label: "" });
  const kept = field.cameBack ? [field.typed ?? []].flat() : values;
  return kept.map((value) => <input key={value} type="hidden" name={name} value={value} />);
}
