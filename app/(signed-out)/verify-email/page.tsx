import { cache } from "react";
import { Anchor } from "@/components/anchor";
import { AuthCard } from "@/components/auth-card";
import { lookAtActivation } from "@/lib/accounts/confirm-email";
import type { AddressParameters } from "@/lib/kernel/address-parameters";
import { currentWords } from "@/lib/web/current-words";
import { linkToken } from "@/lib/web/link-token";
import { pageTitle } from "@/lib/web/page-title";
import { paths } from "@/lib/web/paths";
import { WayIn } from "../way-in";
import { NewLinkForm } from "./new-link-form";
import { VerifyForm } from "./verify-form";

type Props = { searchParams: Promise<AddressParameters> };

const look = cache(lookAtActivation);

export async function generateMetadata({ searchParams }: Props) {
  const found = await look(linkToken((await searchParams).token));
  const { verifyEmail: words } = (await currentWords()).accountLinks;
  return found.ok
    ? pageTitle(words.title, found.value.organisationName)
    : pageTitle(words.ends[found.code].title);
}

/** The page behind the button of the activation e-mail. Mail scanners open it, too: reading it spends nothing. */
export default async function VerifyEmailPage({ searchParams }: Props) {
  const token = linkToken((await searchParams).token);
  const found = await look(token);
  const { accountLinks, general } = await currentWords();
  const words = accountLinks.verifyEmail;

  if (found.ok) {
    const { email, organisationName, needsPassword } = found.value;
    return (
      <AuthCard
        name={organisationName}
        title={words.title}
        description={needsPassword ? words.welcome(email) : words.description(email)}
      >
        <VerifyForm token={token} email={email} needsPassword={needsPassword} />
      </AuthCard>
    );
  }
  const { title, text } = words.ends[found.code];
  if (found.code === "confirmed-already")
    return (
      <AuthCard name={general.product} title={title} description={text}>
        <WayIn />
      </AuthCard>
    );
  return (
    <AuthCard
      name={general.product}
      title={title}
      description={text}
      footer={<Anchor href={paths.login}>{accountLinks.backToLogin}</Anchor>}
    >
      <NewLinkForm />
    </AuthCard>
  );
}
