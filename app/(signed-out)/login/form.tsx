"use client";

import { Anchor } from "@/components/anchor";
import { Field } from "@/components/field";
import { Form, type FormWords } from "@/components/form";
import { PasswordField } from "@/components/password-field";
import { SubmitButton } from "@/components/submit-button";
import { logInAction } from "./actions";

type Props = {
  returnTo: string;
  forgottenHref: string;
  words: {
    form: FormWords;
    email: string;
    password: string;
    showPassword: { show: string; hide: string };
    submit: string;
    forgotten: string;
  };
};

/** Address and password. */
export function LogInForm({ returnTo, forgottenHref, words }: Props) {
  return (
    <Form action={logInAction} words={words.form}>
      <input type="hidden" name="next" value={returnTo} />
      <Field
        name="email"
        label={words.email}
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        startsFocused
      />
      <PasswordField
        name="password"
        label={words.password}
        autoComplete="current-password"
        words={words.showPassword}
      />
      <SubmitButton wide>{words.submit}</SubmitButton>
      <p className="text-center text-sm">
        <Anchor href={forgottenHref}>{words.forgotten}</Anchor>
      </p>
    </Form>
  );
}
