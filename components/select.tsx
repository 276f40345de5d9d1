"use client";

import { controlLook } from "./control-look";
import { FieldFrame } from "./field-frame";
import { type FieldWords, startingText, useField } from "./field-state";

type SelectProps = FieldWords & {
  options: { value: string; text: string }[];
  defaultValue?: string;
};

/** A choice of one among many, in the browser's own list. */
export function Select({ options, defaultValue, ...words }: SelectProps) {
  const field = useField(words);
  const chosen = startingText(field, defaultValue);
  return (
    <FieldFrame field={field} label={words.label} hint={words.hint}>
      {/* A new key for a new starting choice: React resets the form after an answer, but to a select's first one. */}
      <select key={chosen} {...field.control} defaultValue={chosen} className={controlLook}>
        {options.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
