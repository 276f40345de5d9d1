"use client";

import { Form, type FormWords } from "@/components/form";
import { SubmitButton } from "@/components/submit-button";
import { tryAgainAction } from "./actions";

type Props = {
  jobId: string;
  failed: number;
  icon: React.ReactNode;
  words: { form: FormWords; tryAgain: string };
};

/** One button, while anything has failed, and the sentence that answers it. */
export function TryAgainForm({ jobId, failed, icon, words }: Props) {
  return (
    <Form action={tryAgainAction.bind(null, jobId)} words={words.form}>
      {failed > 0 && (
        <div>
          <SubmitButton variant="secondary" icon={icon}>
            {words.tryAgain}
          </SubmitButton>
        </div>
      )}
    </Form>
  );
}
