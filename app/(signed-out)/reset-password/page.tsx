import { cache } from "react";
import { Anchor } from "@/components/anchor";
import { AnchorButton } from "@/components/anchor-button";
import { AuthCard } from "@/components/auth-card";
import { Form } from "@/components/form";
import { PasswordField } from "@/components/password-field";
import { SubmitButton } from "@/components/submit-button";
import { WhosePassword } from "@/components/whose-password";
import { lookAtReset } from "@/lib/accounts/reset-password";
import type { AddressParameters } from "@/lib/kernel/address-parameters";
import { now } from "@/lib/kernel/clock";
import { currentLanguage, currentWords } from "@/lib/web/current-words";
import { linkToken } from "@/lib/web/link-token";
import { pageTitle } from "@/lib/web/page-title";
import { passwordHint } from "@/lib/web/password-sentence";
import { paths } from "@/lib/web/paths";
import { whenItWas } from "@/lib/words/moment";
import { WayIn } from "../way-in";
import { resetPasswordAction } from "./actions";

type Props = { searchParams: Promise<AddressParameters> };

const look = cache(lookAtReset);

export async function generateMetadata({ searchParams }: Props) {
  const found = await look(linkToken((await searchParams).token));
  const { resetPassword: words } = (await currentWords()).accountLinks;
  return pageTitle(found.ok ? words.title : words.ends[found.code].title);
}

/** The page behind the link of the password e-mail; reading it spends nothing. */
export default async function ResetPasswordPage({ searchParams }: Props) {
  const token = linkToken((await searchParams).token);
  const found = await look(token);
  const words = await currentWords();
  const { resetPassword, sendNewLink } = words.accountLinks;

  if (!found.ok && found.code === "used") return <UsedUp {...found} />;
  if (!found.ok) {
    const { title, text } = resetPassword.ends[found.code];
    return (
      <AuthCard
        name={words.general.product}
        title={title}
        description={text}
        footer={<Anchor href={paths.login}>{words.accountLinks.backToLogin}</Anchor>}
      >
        <AnchorButton href={paths.forgottenPassword} variant="primary" wide>
          {sendNewLink}
        </AnchorButton>
      </AuthCard>
    );
  }
  const { email } = found.value;
  return (
    <AuthCard
      name={words.general.product}
      title={resetPassword.title}
      description={resetPassword.description(email)}
    >
      <Form action={resetPasswordAction} words={words.general.form}>
        <input type="hidden" name="token" value={token} />
        <WhosePassword email={email} />
        <PasswordField
          name="password"
          label={resetPassword.chosen}
          hint={passwordHint(words)}
          autoComplete="new-password"
          words={words.login.showPassword}
        />
        <SubmitButton wide>{resetPassword.submit}</SubmitButton>
      </Form>
    </AuthCard>
  );
}

/**
 * Whoever presses "Change password" twice without JavaScript is answered here, and so is everybody else who comes too
 * late: only they know which of the two they are.
 */
async function UsedUp({ usedAt }: { usedAt: Date }) {
  const { general, accountLinks } = await currentWords();
  const { title, text } = accountLinks.resetPassword.ends.used;
  return (
    <AuthCard
      name={general.product}
      title={title}
      description={text(whenItWas(usedAt, now(), await currentLanguage()))}
      footer={<Anchor href={paths.forgottenPassword}>{accountLinks.sendNewLink}</Anchor>}
    >
      <WayIn />
    </AuthCard>
  );
}
