"use client";

import { Field } from "@/components/field";
import { Form, type FormWords } from "@/components/form";
import { OwnerField } from "@/components/form-owner";
import type { FormAction } from "@/components/form-state";
import { SubmitButton } from "@/components/submit-button";

type Props = {
  action: FormAction;
  name: string;
  words: { form: FormWords; name: string; save: string };
};

/** A new name for a team. */
export function RenameTeamForm({ action, name, words }: Props) {
  return (
    <Form action={action} words={words.form}>
      <OwnerField />
      <div className="max-w-sm">
        <Field name="name" label={words.name} defaultValue={name} autoComplete="off" />
      </div>
      <div>
        <SubmitButton>{words.save}</SubmitButton>
      </div>
    </Form>
  );
}
