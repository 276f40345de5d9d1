"use client";

import { controlLook } from "./control-look";
import { FieldFrame } from "./field-frame";
import { type FieldWords, startingText, useField } from "./field-state";

type TextareaProps = FieldWords & { autoComplete?: string };

/** Several lines of text with their label, hint and error. */
export function Textarea({ autoComplete, ...words }: TextareaProps) {
  const field = useField(words);
  return (
    <FieldFrame field={field} label={words.label} hint={words.hint}>
      <textarea
        {...field.control}
        rows={3}
        dir="auto"
        autoComplete={autoComplete}
        defaultValue={startingText(field)}
        className={controlLook}
      />
    </FieldFrame>
  );
}
