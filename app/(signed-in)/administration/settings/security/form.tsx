"use client";

import { Checkbox } from "@/components/checkbox";
import { CheckboxGroup } from "@/components/checkbox-group";
import { Form, type FormWords } from "@/components/form";
import { OwnerField } from "@/components/form-owner";
import type { FormState } from "@/components/form-state";
import { HiddenField } from "@/components/hidden-field";
import { SubmitButton } from "@/components/submit-button";
import { saveSecurityAction } from "./actions";

type Props = {
  switchedOn: boolean;
  allowedMethods: string[];
  revision: number;
  mayEdit: boolean;
  /** The way to a fresh proof, where there is none. */
  proof: React.ReactNode;
  /** What the page opens with: "saved" after the question was answered. */
  initial?: FormState;
  /** What it says until it is sent. */
  opening?: React.ReactNode;
  words: { form: FormWords } & Record<
    | "save"
    | "enable"
    | "enableHint"
    | "methods"
    | "methodsHint"
    | "email"
    | "emailHint"
    | "authenticator"
    | "authenticatorHint",
    string
  >;
};

/** The switch, and under it the methods that may be used. */
export function SecurityForm(props: Props) {
  const { switchedOn, allowedMethods, revision, mayEdit, proof, initial, opening, words } = props;
  return (
    <Form action={saveSecurityAction} initial={initial} opening={opening} words={words.form}>
      <OwnerField />
      <HiddenField name="revision" value={String(revision)} />
      <Checkbox name="enabled" label={words.enable} hint={words.enableHint} defaultChecked={switchedOn} />
      <CheckboxGroup
        name="methods"
        label={words.methods}
        hint={words.methodsHint}
        defaultValue={allowedMethods}
        choices={[
          { value: "email", label: words.email, hint: words.emailHint },
          { value: "authenticator", label: words.authenticator, hint: words.authenticatorHint },
        ]}
        framed
      />
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
