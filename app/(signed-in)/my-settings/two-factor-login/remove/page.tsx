import { redirect } from "next/navigation";
import { OwnerField } from "@/components/form-owner";
import { LinkButton } from "@/components/link-button";
import { PageHeader } from "@/components/page-header";
import { SubmitButton } from "@/components/submit-button";
import { describeMethods } from "@/lib/two-factor/describe-methods";
import { currentWords } from "@/lib/web/current-words";
import { paths } from "@/lib/web/paths";
import { freshlyVisiting } from "@/lib/web/permit";
import { emailAfterwards } from "../../../email-state";
import { removeAuthenticatorAction } from "./actions";

export async function generateMetadata() {
  return { title: (await currentWords()).twoFactor.removal.title };
}

/** Asks before an authenticator is removed, and says what a login is then. */
export default async function RemovalPage() {
  const { actor } = await freshlyVisiting();
  const { removal: words } = (await currentWords()).twoFactor;
  const methods = await describeMethods(actor.userId);
  if (!methods.switchedOn || !methods.authenticatorEnabledAt) redirect(paths.twoFactorLogin);
  return (
    <>
      <PageHeader
        title={words.title}
        description={
          <>
            <p>{words.description(actor.organisationName)}</p>
            <p>{emailAfterwards(methods) === "on" ? words.byEmail(actor.email) : words.byPassword}</p>
          </>
        }
      />
      <form action={removeAuthenticatorAction} className="flex flex-wrap gap-2">
        <OwnerField />
        <SubmitButton variant="danger">{words.submit}</SubmitButton>
        <LinkButton href={paths.twoFactorLogin}>{words.cancel}</LinkButton>
      </form>
    </>
  );
}
