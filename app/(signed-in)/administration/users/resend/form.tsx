"use client";

import { Form, type FormWords } from "@/components/form";
import { LinkButton } from "@/components/link-button";
import { SubmitButton } from "@/components/submit-button";
import { resendAction } from "./actions";

type Props = {
  recipients: number;
  /** The view, and the id of the sending that this page would start: pressing twice is one sending. */
  hidden: Record<string, string>;
  backHref: string;
  words: { form: FormWords; send: string; cancel: string };
};

/** The answer to the question: send, or go back. */
export function ResendForm({ recipients, hidden, backHref, words }: Props) {
  return (
    <Form action={resendAction} words={words.form}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="flex flex-wrap gap-2">
        {recipients > 0 && <SubmitButton>{words.send}</SubmitButton>}
        <LinkButton href={backHref}>{words.cancel}</LinkButton>
      </div>
    </Form>
  );
}
