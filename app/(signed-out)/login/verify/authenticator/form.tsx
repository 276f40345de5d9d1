import { CodeField } from "@/components/code-field";
import { Form } from "@/components/form";
import type { FormState } from "@/components/form-state";
import { SubmitButton } from "@/components/submit-button";
import { currentWords } from "@/lib/web/current-words";
import { authenticatorCodeAction } from "./actions";

/** The code that the app shows; `initial` says why another was refused, where the browser itself has posted the form. */
export async function AuthenticatorCodeForm({ initial }: { initial?: FormState }) {
  const { login, general } = await currentWords();
  const { label, authenticatorHint, paste, submit } = login.code;
  return (
    <Form action={authenticatorCodeAction} initial={initial} words={general.form}>
      <CodeField name="code" label={label} hint={authenticatorHint} paste={paste} startsFocused />
      <SubmitButton wide>{submit}</SubmitButton>
    </Form>
  );
}
