"use client";

import { Form, type FormWords } from "@/components/form";
import { OwnerField } from "@/components/form-owner";
import type { FormAction } from "@/components/form-state";
import { LinkButton } from "@/components/link-button";
import { SubmitButton } from "@/components/submit-button";
import { Textarea } from "@/components/textarea";

type Props = {
  action: FormAction;
  backHref: string;
  /** The way to a fresh proof, where there is none. */
  proof: React.ReactNode;
  words: {
    form: FormWords;
    reason: string;
    reasonHint: string;
    submit: string;
    cancel: string;
  };
};

/** The reason, and the decision. */
export function ResetTwoFactorForm({ action, backHref, proof, words }: Props) {
  return (
    <Form action={action} words={words.form}>
      <OwnerField />
      <Textarea name="reason" label={words.reason} hint={words.reasonHint} autoComplete="off" />
      {proof && <p className="text-sm text-muted">{proof}</p>}
      <div className="flex flex-wrap gap-2">
        <SubmitButton variant="danger">{words.submit}</SubmitButton>
        <LinkButton href={backHref}>{words.cancel}</LinkButton>
      </div>
    </Form>
  );
}
