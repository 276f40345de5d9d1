import { Form } from "@/components/form";
import { LinkButton } from "@/components/link-button";
import { Notice } from "@/components/notice";
import { SubmitButton } from "@/components/submit-button";
import type { LiveSession } from "@/lib/sessions/find-session";
import { standingOf, whatIsMissing } from "@/lib/two-factor/policy";
import { currentWords } from "@/lib/web/current-words";
import { paths } from "@/lib/web/paths";
import { sendActivationAction } from "./actions";

/** Tells users of a switched-on organisation who have no usable method what to do; nothing for all others. */
export async function MissingMethod({ session }: { session: LiveSession }) {
  const missing = whatIsMissing(standingOf(session.facts));
  if (!missing) return null;

  const { home, general } = await currentWords();
  if (missing === "enrol-authenticator") {
    return (
      <Notice
        tone="warning"
        title={home.enrolAuthenticator.title}
        announced={false}
        actions={<LinkButton href={paths.twoFactorLogin}>{home.enrolAuthenticator.link}</LinkButton>}
      >
        {home.enrolAuthenticator.text(session.organisation.name)}
      </Notice>
    );
  }
  return (
    <Notice
      tone="warning"
      title={home.confirmEmail.title}
      announced={false}
      actions={
        <Form action={sendActivationAction} words={general.form}>
          <div className="flex flex-wrap gap-2">
            <SubmitButton variant="secondary">{home.confirmEmail.sendAgain}</SubmitButton>
            {session.facts.allowedMethods.includes("authenticator") && (
              <LinkButton href={paths.twoFactorLogin}>{home.confirmEmail.orAuthenticator}</LinkButton>
            )}
          </div>
        </Form>
      }
    >
      {home.confirmEmail.text(session.user.email)}
    </Notice>
  );
}
