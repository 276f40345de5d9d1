import { Field } from "@/components/field";
import { Form } from "@/components/form";
import { SubmitButton } from "@/components/submit-button";
import { currentWords } from "@/lib/web/current-words";
import { recoveryCodeAction } from "./actions";

/** One of the saved recovery codes. */
export async function RecoveryCodeForm() {
  const { login, general } = await currentWords();
  return (
    <Form action={recoveryCodeAction} words={general.form}>
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
