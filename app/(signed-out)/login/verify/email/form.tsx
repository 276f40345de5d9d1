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
  /** The countdown. */
  children: React.ReactNode;
};

/** The code from the e-mail. Both buttons belong to one form, so that one answer stands in the page at a time. */
export function EmailCodeForm({ words, children }: Props) {
  return (
    <Form action={emailCodeAction} words={words.form}>
      <CodeField name="code" label={words.label} hint={words.hint} paste={words.paste} />
      {children}
      <div className="grid gap-3">
        <SubmitButton wide>{words.submit}</SubmitButton>
        <SubmitButton wide variant="secondary" name="intent" value="resend">
          {words.resend}
        </SubmitButton>
      </div>
    </Form>
  );
}
