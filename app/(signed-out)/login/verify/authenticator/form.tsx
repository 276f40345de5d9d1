import { CodeField } from "@/components/code-field";
import { Form } from "@/components/form";
import { SubmitButton } from "@/components/submit-button";
import { currentWords } from "@/lib/web/current-words";
import { authenticatorCodeAction } from "./actions";

/** The code that the app shows. */
export async function AuthenticatorCodeForm() {
  const { login, general } = await currentWords();
  const { label, authenticatorHint, paste, submit } = login.code;
  return (
    <Form action={authenticatorCodeAction} words={general.form}>
      <CodeField name="code" label={label} hint={authenticatorHint} paste={paste} startsFocused />
      <SubmitButton wide>{submit}</SubmitButton>
    </Form>
  );
}
