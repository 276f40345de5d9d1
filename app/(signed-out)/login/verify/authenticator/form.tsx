"use client";

import { CodeField } from "@/components/code-field";
import { Form, type FormWords } from "@/components/form";
import { SubmitButton } from "@/components/submit-button";
import { authenticatorCodeAction } from "./actions";

type Props = {
  words: {
    form: FormWords;
    label: string;
    hint: string;
    paste: string;
    submit: string;
  };
};

/** The code that the app shows. */
export function AuthenticatorCodeForm({ words }: Props) {
  return (
    <Form action={authenticatorCodeAction} words={words.form}>
      <CodeField name="code" label={words.label} hint={words.hint} paste={words.paste} startsFocused />
      <SubmitButton wide>{words.submit}</SubmitButton>
    </Form>
  );
}
