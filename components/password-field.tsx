"use client";

import { useState } from "react";
import { useFormStatus } from "react-dom";
import { controlLook } from "./control-look";
import { FieldFrame } from "./field-frame";
import { type FieldWords, useField } from "./field-state";
import { useHydrated } from "./hydrated";
import { textButtonLook } from "./text-button-look";

type PasswordFieldProps = FieldWords & {
  autoComplete: "current-password" | "new-password";
  /** "Show password" and "Hide password". */
  words: { show: string; hide: string };
};

/** A password, which can be looked at while it is typed and is never sent back to the page. */
export function PasswordField({ autoComplete, words, ...fieldWords }: PasswordFieldProps) {
  const field = useField(fieldWords);
  const [shown, setShown] = useState(false);
  const { pending } = useFormStatus();
  const toggle = useHydrated() && (
    <button
      type="button"
      aria-controls={field.id}
      onClick={() => setShown(!shown)}
      className={textButtonLook}
    >
      {shown ? words.hide : words.show}
    </button>
  );
  return (
    <FieldFrame field={field} label={fieldWords.label} hint={fieldWords.hint} aside={toggle}>
      <input
        {...field.control}
        // Hidden again while it is sent, so that no browser learns it as an ordinary word.
        type={shown && !pending ? "text" : "password"}
        autoComplete={autoComplete}
        autoCapitalize="none"
        spellCheck={false}
        className={controlLook}
      />
    </FieldFrame>
  );
}
