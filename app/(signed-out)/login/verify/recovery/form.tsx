import { Field } from "@/components/field";
import { Form } from "@/components/form";
import type { FormState } from "@/components/form-state";
import { SubmitButton } from "@/components/submit-button";
import { currentWords } from "@/lib/web/current-words";
import { recoveryCodeAction } from "./actions";

/** One of the saved recovery codes; `initial` says why another was refused, where the browser itself has posted the form. */
export async function RecoveryCodeForm({ initial }: { initial?: FormState }) {
  const { login, general } = await currentWords();
  return (
    <Form action={recoveryCodeAction} initial={initial} words={general.form}>
      <Field
        name="code"
        label={login.byRecoveryCode.label}
        hint={login.byRecoveryCode.hint}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        startsFocused
      />
      <SubmitButton wide>{login.code.submit}</SubmitButton>
    </Form>
  );
}
