import { Anchor } from "@/components/anchor";
import { Field } from "@/components/field";
import { Form } from "@/components/form";
import { PasswordField } from "@/components/password-field";
import { SubmitButton } from "@/components/submit-button";
import { currentWords } from "@/lib/web/current-words";
import { paths } from "@/lib/web/paths";
import { logInAction } from "./actions";

/** Address and password. */
export async function LogInForm({ returnTo, toldBy }: { returnTo: string; toldBy?: string }) {
  const { login, general } = await currentWords();
  return (
    <Form action={logInAction} words={general.form}>
      <input type="hidden" name="next" value={returnTo} />
      <Field
        name="email"
        label={login.email}
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        startsFocused
        toldBy={toldBy}
      />
      <PasswordField
        name="password"
        label={login.password}
        autoComplete="current-password"
        words={login.showPassword}
      />
      <SubmitButton wide>{login.submit}</SubmitButton>
      <p className="text-center text-sm">
        <Anchor href={paths.forgottenPassword}>{login.forgotten}</Anchor>
      </p>
    </Form>
  );
}
