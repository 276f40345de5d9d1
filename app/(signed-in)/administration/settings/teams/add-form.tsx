"use client";

import { Field } from "@/components/field";
import { Form, type FormWords } from "@/components/form";
import { OwnerField } from "@/components/form-owner";
import { SubmitButton } from "@/components/submit-button";
import { addTeamAction } from "./actions";

type Props = { words: { form: FormWords; name: string; add: string } };

/** One more team. */
export function AddTeamForm({ words }: Props) {
  return (
    <Form action={addTeamAction} id="team" words={words.form}>
      <OwnerField />
      <div className="flex flex-wrap items-end gap-3">
        <div className="min-w-0 max-w-sm flex-1 basis-56">
          <Field name="name" label={words.name} autoComplete="off" />
        </div>
        <SubmitButton variant="secondary">{words.add}</SubmitButton>
      </div>
    </Form>
  );
}
