"use client";

import { Form } from "@/components/form";
import type { FormAction } from "@/components/form-state";
import { SubmitButton } from "@/components/submit-button";

type Props = {
  action: FormAction;
  anySession: boolean;
  words: { form: { problem: string; errorTitle: string }; end: string };
};

/** One button, and the sentence that it is done: that one stays when there is no session left. */
export function EndSessionsForm({ action, anySession, words }: Props) {
  return (
    <Form action={action} id="sessions" words={words.form}>
      {anySession && (
        <div>
          <SubmitButton variant="secondary">{words.end}</SubmitButton>
        </div>
      )}
    </Form>
  );
}
