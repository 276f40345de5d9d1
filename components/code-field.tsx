"use client";

import { type RefObject, useEffect, useRef } from "react";
import { controlLook } from "./control-look";
import { FieldFrame } from "./field-frame";
import { type FieldWords, useField } from "./field-state";
import { PasteButton } from "./paste-button";

type CodeFieldProps = FieldWords & {
  /** Text of the button that pastes, "Paste code"; without it there is none. */
  paste?: string;
};

/**
 * One visible field for a code of digits. It has no `maxlength` and no boxes, so pasting "482 913", correcting a digit
 * and filling in from the phone's messages all work; the server forgives spaces and hyphens. Never sent back.
 */
export function CodeField({ paste, ...words }: CodeFieldProps) {
  const field = useField(words);
  const input = useRef<HTMLInputElement>(null);
  useKeepWhatIsNew(input);
  return (
    <FieldFrame
      field={field}
      label={words.label}
      hint={words.hint}
      aside={paste && <PasteButton into={input}>{paste}</PasteButton>}
    >
      <input
        {...field.control}
        ref={input}
        type="text"
        inputMode="numeric"
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
        className={`${controlLook} py-2.5 font-mono text-2xl tracking-[0.3em] tabular-nums sm:text-2xl`}
      />
    </FieldFrame>
  );
}

/**
 * React empties a form when its answer arrives. A code may be there before the answer to "Resend code" is: what was
 * typed since the form was sent stays.
 */
function useKeepWhatIsNew(input: RefObject<HTMLInputElement | null>) {
  useEffect(() => {
    const field = input.current;
    const form = field?.form;
    if (!form) return;
    let sent = "";
    const remember = () => {
      sent = field.value;
    };
    const keep = () => {
      const { value } = field;
      if (value === sent) return;
      // The event comes before the fields are emptied.
      queueMicrotask(() => {
        field.value = value;
      });
    };
    form.addEventListener("submit", remember);
    form.addEventListener("reset", keep);
    return () => {
      form.removeEventListener("submit", remember);
      form.removeEventListener("reset", keep);
    };
  }, [input]);
}
