import { Anchor } from "@/components/anchor";
import { AuthCard } from "@/components/auth-card";
import { Field } from "@/components/field";
import { Form } from "@/components/form";
import { SubmitButton } from "@/components/submit-button";
import { currentWords } from "@/lib/web/current-words";
import { pageTitle } from "@/lib/web/page-title";
import { paths } from "@/lib/web/paths";
import { forgottenPasswordAction } from "./actions";

export async function generateMetadata() {
  return pageTitle((await currentWords()).accountLinks.forgottenPassword.title);
}

/** Asks for a link to choose a new password. */
export default async function ForgottenPasswordPage() {
  const { accountLinks, general } = await currentWords();
  const words = accountLinks.forgottenPassword;
  return (
    <AuthCard
      name={general.product}
      title={words.title}
      description={words.description}
      footer={<Anchor href={paths.login}>{accountLinks.backToLogin}</Anchor>}
    >
      <Form action={forgottenPasswordAction} words={general.form}>
        <Field
          name="email"
          label={accountLinks.email}
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          startsFocused
        />
        <SubmitButton wide>{words.submit}</SubmitButton>
      </Form>
    </AuthCard>
  );
}
