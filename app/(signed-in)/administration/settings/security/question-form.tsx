"use client";

import { Form, type FormWords } from "@/components/form";
import type { FormAction } from "@/components/form-state";
import { HiddenField } from "@/components/hidden-field";
import { LinkButton } from "@/components/link-button";
import { SubmitButton } from "@/components/submit-button";

type Props = {
  action: FormAction;
  revision: number;
  /** What was chosen to be allowed from then on. */
  methods: string[];
  backHref: string;
  words: { form: FormWords; confirm: string; cancel: string };
};

/** The answer to a question before people are left without a second step: yes, or back. */
export function QuestionForm({ action, revision, methods, backHref, words }: Props) {
  return (
    <Form action={action} words={words.form}>
      <HiddenField name="revision" value={String(revision)} />
      {methods.map((method) => (
        <input key={method} type="hidden" name="methods" value={method} />
      ))}
      <div className="flex flex-wrap gap-2">
        <SubmitButton variant="danger">{words.confirm}</SubmitButton>
        <LinkButton href={backHref}>{words.cancel}</LinkButton>
      </div>
    </Form>
  );
}
