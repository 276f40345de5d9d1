"use client";

import { type ComponentProps, useState } from "react";
import { CodeField } from "@/components/code-field";
import { Countdown } from "@/components/countdown";
import { Form, type FormWords } from "@/components/form";
import { SubmitButton } from "@/components/submit-button";
import { emailCodeAction } from "./actions";

type Props = {
  words: {
    form: FormWords;
    label: string;
    hint: string;
    paste: string;
    submit: string;
    resend: string;
  };
  /** Whether there was a code to be entered when the page was made; else having one sent is what to do. */
  sent: boolean;
  /** Whether another one can be sent at all. */
  maySend: boolean;
  /** How long that code works. */
  countdown?: ComponentProps<typeof Countdown>;
};

/** The code from the e-mail. Both buttons belong to one form, so that one answer stands in the page at a time. */
export function EmailCodeForm({ words, sent, maySend, countdown }: Props) {
  // Which code has run out meanwhile: the next one is another.
  const [ranOut, setRanOut] = useState<string>();
  const sendsNext = maySend && (!sent || ranOut === countdown?.expiresAt);
  return (
    <Form action={emailCodeAction} words={words.form}>
      <CodeField name="code" label={words.label} hint={words.hint} paste={words.paste} startsFocused />
      {countdown && <Countdown {...countdown} onRunOut={() => setRanOut(countdown.expiresAt)} />}
      <div className="grid gap-3">
        <SubmitButton wide variant={sendsNext ? "secondary" : "primary"}>
          {words.submit}
        </SubmitButton>
        <SubmitButton wide variant={sendsNext ? "primary" : "secondary"} name="intent" value="resend">
          {words.resend}
        </SubmitButton>
      </div>
    </Form>
  );
}
