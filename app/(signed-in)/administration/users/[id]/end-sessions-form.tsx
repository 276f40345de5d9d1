"use client";

import { Form, type FormWords } from "@/components/form";
import type { FormAction } from "@/components/form-state";
import { SubmitButton } from "@/components/submit-button";

type Props = {
  action: FormAction;
  anySession: boolean;
  /** The way to a fresh proof, where there is none. */
  proof: React.ReactNode;
  words: { form: FormWords; end: string };
};

/** One button, and the sentence that it is done: that one stays when there is no session left. */
export function EndSessionsForm({ action, anySession, proof, words }: Props) {
  return (
    <Form action={action} id="sessions" words={words.form}>
      {anySession && (
        <>
          {proof && <p className="text-sm text-muted">{proof}</p>}
          <div>
            <SubmitButton variant="secondary">{words.end}</SubmitButton>
          </div>
        </>
      )}
    </Form>
  );
}
