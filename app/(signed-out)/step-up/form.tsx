import { Form } from "@/components/form";
import { PasswordField } from "@/components/password-field";
import { SubmitButton } from "@/components/submit-button";
import { WhosePassword } from "@/components/whose-password";
import { currentWords } from "@/lib/web/current-words";
import { stepUpAction } from "./actions";

type Props = {
  returnTo: string;
  /** Whose password is asked for. */
  email: string;
  toldBy?: string;
};

/** One's own password once more. */
export async function StepUpForm({ returnTo, email, toldBy }: Props) {
  const { login, general } = await currentWords();
  return (
    <Form action={stepUpAction} words={general.form}>
      <input type="hidden" name="next" value={returnTo} />
      <WhosePassword email={email} />
      <PasswordField
        name="password"
        label={login.password}
        autoComplete="current-password"
        words={login.showPassword}
        startsFocused
        toldBy={toldBy}
      />
      <SubmitButton wide>{login.stepUp.submit}</SubmitButton>
    </Form>
  );
}
