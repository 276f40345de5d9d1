import { BeganFields } from "@/components/began-fields";
import { Field } from "@/components/field";
import { Form } from "@/components/form";
import { OwnerField } from "@/components/form-owner";
import { Panel } from "@/components/panel";
import { Select } from "@/components/select";
import { SubmitButton } from "@/components/submit-button";
import { TextLink } from "@/components/text-link";
import { mayEdit } from "@/lib/organisations/visibility";
import type { Actor } from "@/lib/sessions/actor";
import { currentWords } from "@/lib/web/current-words";
import { paths } from "@/lib/web/paths";
import { languageNames, languages } from "@/lib/words/language";
import { changeProfileAction } from "./actions";

/** What people say about themselves; the address is changed among the users, by whoever may change such a one. */
export async function ProfileForm({ actor, language }: { actor: Actor; language: string | null }) {
  const { mySettings, general } = await currentWords();
  const words = mySettings.profile;
  const values = { name: actor.name, language: language ?? "" };
  return (
    <Panel title={words.details}>
      <dl className="grid gap-0.5 text-sm">
        <dt className="font-medium">{words.email}</dt>
        <dd className="wrap-anywhere">{actor.email}</dd>
        <dd className="text-muted">
          {mayEdit(actor.role, actor.role) ? (
            <TextLink href={paths.user(actor.userId)}>{words.emailChange}</TextLink>
          ) : (
            words.emailHint
          )}
        </dd>
      </dl>
      <Form id="profile" action={changeProfileAction} words={general.form}>
        <OwnerField />
        <BeganFields values={values} />
        <Field name="name" label={words.name} defaultValue={values.name} autoComplete="name" />
        <Select
          name="language"
          label={words.language}
          hint={words.languageHint}
          defaultValue={values.language}
          options={[
            { value: "", text: words.languageNotChosen },
            ...languages.map((each) => ({ value: each, text: languageNames[each] })),
          ]}
        />
        <div>
          <SubmitButton>{words.submit}</SubmitButton>
        </div>
      </Form>
    </Panel>
  );
}
