"use client";

import { Form, type FormWords } from "@/components/form";
import { PasswordField } from "@/components/password-field";
import { SubmitButton } from "@/components/submit-button";
import { WhosePassword } from "@/components/whose-password";
import { stepUpAction } from "./actions";

type Props = {
  returnTo: string;
  /** Whose password is asked for. */
  email: string;
  words: {
    form: FormWords;
    password: string;
    showPassword: { show: string; hide: string };
    submit: string;
  };
};

/** One's own password once more. */
export function StepUpForm({ returnTo, email, words }: Props) {
  return (
    <Form action={stepUpAction} words={words.form}>
      <input type="hidden" name="next" value={returnTo} />
      <WhosePassword email={email} />
      <PasswordField
        name="password"
        label={words.password}
        autoComplete="current-password"
        words={words.showPassword}
        startsFocused
      />
      <SubmitButton wide>{words.submit}</SubmitButton>
    </Form>
  );
}
