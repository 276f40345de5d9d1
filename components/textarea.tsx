"use client";

import { controlLook } from "./control-look";
import { FieldFrame } from "./field-frame";
import { type FieldWords, startingText, useField } from "./field-state";

type TextareaProps = FieldWords & { defaultValue?: string; rows?: number; autoComplete?: string };

/** Several lines of text with their label, hint and error. */
export function Textarea({ defaultValue, rows = 3, autoComplete, ...words }: TextareaProps) {
  const field = useField(words);
  return (
    <FieldFrame field={field} label={words.label} hint={words.hint}>
      <textarea
        {...field.control}
        rows={rows}
        autoComplete={autoComplete}
        defaultValue={startingText(field, defaultValue)}
        className={controlLook}
      />
    </FieldFrame>
  );
}
