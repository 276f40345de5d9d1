import { Checkbox } from "@/components/checkbox";
import { CheckboxGroup } from "@/components/checkbox-group";
import { Form } from "@/components/form";
import { OwnerField } from "@/components/form-owner";
import type { FormState } from "@/components/form-state";
import { HiddenField } from "@/components/hidden-field";
import { SubmitButton } from "@/components/submit-button";
import type { Adoption } from "@/lib/organisations/adoption";
import type { Settings } from "@/lib/organisations/settings";
import { currentWords } from "@/lib/web/current-words";
import { saveSecurityAction } from "./actions";
import { choiceHints } from "./choice-hints";

type Props = {
  present: Settings;
  adoption: Adoption;
  mayEdit: boolean;
  /** The way to a fresh proof, where there is none. */
  proof: React.ReactNode;
  /** What the page opens with: "saved" after the question was answered. */
  initial?: FormState;
  /** What it says until it is sent. */
  opening?: React.ReactNode;
};

/** The switch, and under it the methods that may be used. */
export async function SecurityForm({ present, adoption, mayEdit, proof, initial, opening }: Props) {
  const { settings, general } = await currentWords();
  const words = settings.security;
  const hints = choiceHints(words, present, adoption);
  return (
    <Form action={saveSecurityAction} initial={initial} opening={opening} words={general.form}>
      <OwnerField />
      <HiddenField name="revision" value={String(present.revision)} />
      <Checkbox name="enabled" label={words.enable} hint={hints.enable} defaultChecked={present.switchedOn} />
      <CheckboxGroup
        name="methods"
        label={words.methods}
        hint={words.methodsHint}
        defaultValue={present.allowedMethods}
        choices={[
          { value: "email", label: words.email, hint: hints.email },
          { value: "authenticator", label: words.authenticator, hint: hints.authenticator },
        ]}
        framed
      />
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
