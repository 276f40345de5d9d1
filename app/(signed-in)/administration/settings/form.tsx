"use client";

import { Field } from "@/components/field";
import { Form, type FormWords } from "@/components/form";
import { OwnerField } from "@/components/form-owner";
import { HiddenField } from "@/components/hidden-field";
import { Select } from "@/components/select";
import { SubmitButton } from "@/components/submit-button";
import { saveGeneralAction } from "./actions";

type Props = {
  name: string;
  language: string;
  languages: { value: string; text: string }[];
  revision: number;
  mayEdit: boolean;
  /** The way to a fresh proof, where there is none. */
  proof: React.ReactNode;
  words: { form: FormWords } & Record<"save" | "name" | "nameHint" | "language" | "languageHint", string>;
};

/** What the organisation is called and which language it speaks. */
export function GeneralForm({ name, language, languages, revision, mayEdit, proof, words }: Props) {
  return (
    <Form action={saveGeneralAction} id="general" words={words.form}>
      <OwnerField />
      <HiddenField name="revision" value={String(revision)} />
      <div className="grid max-w-xl gap-5">
        <Field
          name="name"
          label={words.name}
          hint={words.nameHint}
          defaultValue={name}
          autoComplete="organization"
        />
        <Select
          name="language"
          label={words.language}
          hint={words.languageHint}
          options={languages}
          defaultValue={language}
        />
      </div>
      {mayEdit && (
        <>
          {proof && <p className="text-sm text-muted">{proof}</p>}
          <div>
            <SubmitButton>{words.save}</SubmitButton>
          </div>
        </>
      )}
    </Form>
  );
}
