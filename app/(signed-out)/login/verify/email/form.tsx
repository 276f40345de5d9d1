"use client";

import { CodeField } from "@/components/code-field";
import { Form } from "@/components/form";
import { SubmitButton } from "@/components/submit-button";
import { emailCodeAction } from "./actions";

type Props = {
  words: {
    form: { problem: string; errorTitle: string };
    label: string;
    hint: string;
    paste: string;
    submit: string;
    resend: string;
  };
  /** Whether there is a code to be entered; else having one sent is what to do. */
  sent: boolean;
  /** The countdown. */
  children: React.ReactNode;
};

/** The code from the e-mail. Both buttons belong to one form, so that one answer stands in the page at a time. */
export function EmailCodeForm({ words, sent, children }: Props) {
  return (
    <Form action={emailCodeAction} words={words.form}>
      <CodeField name="code" label={words.label} hint={words.hint} paste={words.paste} startsFocused />
      {children}
      <div className="grid gap-3">
        <SubmitButton wide variant={sent ? "primary" : "secondary"}>
          {words.submit}
        </SubmitButton>
        <SubmitButton wide variant={sent ? "secondary" : "primary"} name="intent" value="resend">
          {words.resend}
        </SubmitButton>
      </div>
    </Form>
  );
}
