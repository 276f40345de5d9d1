import { Field } from "@/components/field";
import { Form } from "@/components/form";
import { OwnerField } from "@/components/form-owner";
import { HiddenField } from "@/components/hidden-field";
import { Select } from "@/components/select";
import { SubmitButton } from "@/components/submit-button";
import type { Settings } from "@/lib/organisations/settings";
import { currentWords } from "@/lib/web/current-words";
import { languageNames, languages } from "@/lib/words/language";
import { saveGeneralAction } from "./actions";

type Props = {
  present: Settings;
  mayEdit: boolean;
  /** The way to a fresh proof, where there is none. */
  proof: React.ReactNode;
};

/** What the organisation is called and which language it speaks. */
export async function GeneralForm({ present, mayEdit, proof }: Props) {
  const { settings, general } = await currentWords();
  const words = settings.general;
  return (
    <Form action={saveGeneralAction} id="general" words={general.form}>
      <OwnerField />
      <HiddenField name="revision" value={String(present.revision)} />
      <div className="grid max-w-xl gap-5">
        <Field
          name="name"
          label={words.name}
          hint={words.nameHint}
          defaultValue={present.name}
          autoComplete="organization"
        />
        <Select
          name="language"
          label={words.language}
          hint={words.languageHint}
          options={[
            { value: "", text: words.browserLanguage },
            ...languages.map((language) => ({ value: language, text: languageNames[language] })),
          ]}
          defaultValue={present.language ?? ""}
        />
      </div>
      {mayEdit && (
        <>
          {proof && <p className="text-sm text-muted">{proof}</p>}
          <div>
            <SubmitButton>{settings.save}</SubmitButton>
          </div>
        </>
      )}
    </Form>
  );
}
