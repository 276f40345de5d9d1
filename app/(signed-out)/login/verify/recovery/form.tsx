"use client";

import { Field } from "@/components/field";
import { Form, type FormWords } from "@/components/form";
import { SubmitButton } from "@/components/submit-button";
import { recoveryCodeAction } from "./actions";

type Props = {
  words: { form: FormWords; label: string; hint: string; submit: string };
};

/** One of the saved recovery codes. */
export function RecoveryCodeForm({ words }: Props) {
  return (
    <Form action={recoveryCodeAction} words={words.form}>
      <Field
        name="code"
        label={words.label}
        hint={words.hint}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        startsFocused
      />
      <SubmitButton wide>{words.submit}</SubmitButton>
    </Form>
  );
}
