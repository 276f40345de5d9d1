"use client";

import { type ComponentProps, useState } from "react";
import { CodeField } from "@/components/code-field";
import { Countdown } from "@/components/countdown";
import { Form, type FormWords } from "@/components/form";
import type { FormAction, FormState } from "@/components/form-state";
import { Notice } from "@/components/notice";
import { SubmitButton } from "@/components/submit-button";

type Props = {
  action: FormAction;
  /** That another code was sent, or why one was refused, where the browser itself has posted the form. */
  initial?: FormState;
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
  /** Why there is none yet, as the step before found out. */
  problem?: string;
  /** What to say where no other one can be sent at all: of the last one while it holds, and of the way on after it. */
  last?: { holding: string; over: React.ReactNode };
  /** How long that code works. */
  countdown?: ComponentProps<typeof Countdown>;
};

/** The code from the e-mail. Both buttons belong to one form, so that one answer stands in the page at a time. */
export function EmailCodeForm({ action, initial, words, sent, problem, last, countdown }: Props) {
  // Which code has run out meanwhile: the next one is another.
  const [ranOut, setRanOut] = useState<string>();
  const isOver = !sent || ranOut === countdown?.expiresAt;
  const sendsNext = !last && isOver;
  return (
    <>
      <Form
        action={action}
        initial={initial}
        opening={problem && <Notice tone="danger">{problem}</Notice>}
        words={words.form}
      >
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
      {last && (isOver ? last.over : <Notice announced={false}>{last.holding}</Notice>)}
    </>
  );
}
