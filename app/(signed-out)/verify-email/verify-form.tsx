import { Form } from "@/components/form";
import { PasswordField } from "@/components/password-field";
import { SubmitButton } from "@/components/submit-button";
import { WhosePassword } from "@/components/whose-password";
import { currentWords } from "@/lib/web/current-words";
import { passwordHint } from "@/lib/web/password-sentence";
import { confirmEmailAction } from "./actions";

type Props = { token: string; email: string; needsPassword: boolean };

/** Confirms the address, and lets a new user choose a password with it. */
export async function VerifyForm({ token, email, needsPassword }: Props) {
  const words = await currentWords();
  return (
    <Form action={confirmEmailAction} words={words.general.form}>
      <input type="hidden" name="token" value={token} />
      {needsPassword && (
        <>
          <WhosePassword email={email} />
          <PasswordField
            name="password"
            label={words.accountLinks.verifyEmail.choosePassword}
            hint={passwordHint(words)}
            autoComplete="new-password"
            words={words.login.showPassword}
          />
        </>
      )}
      <SubmitButton wide>{words.accountLinks.verifyEmail.submit}</SubmitButton>
    </Form>
  );
}
