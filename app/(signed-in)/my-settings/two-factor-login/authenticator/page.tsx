import { redirect } from "next/navigation";
import { cache } from "react";
import { PageHeader } from "@/components/page-header";
import { showEnrolment } from "@/lib/two-factor/begin-enrolment";
import { describeMethods } from "@/lib/two-factor/describe-methods";
import { showRecoveryCodes } from "@/lib/two-factor/make-recovery-codes";
import { offersAuthenticator } from "@/lib/two-factor/policy";
import { currentWords } from "@/lib/web/current-words";
import { paths, withNotice } from "@/lib/web/paths";
import { signedIn } from "@/lib/web/permit";
import { RunOut } from "./run-out";
import { Steps } from "./steps";

const look = cache(async () => {
  const { actor } = await signedIn();
  return { actor, methods: await describeMethods(actor.userId), running: await showEnrolment(actor) };
});

async function heading(): Promise<string> {
  const { enrolment: words } = (await currentWords()).twoFactor;
  const { methods, running } = await look();
  if (!running) return words.runOutTitle;
  return methods.authenticatorOn ? words.replaceTitle : words.title;
}

export async function generateMetadata() {
  return { title: await heading() };
}

/** The enrolment of an authenticator, three steps on one page. Reading it starts nothing. */
export default async function EnrolmentPage() {
  const { actor, methods, running } = await look();
  if (!offersAuthenticator(methods)) redirect(withNotice(paths.twoFactorLogin, "not-offered"));
  if (!running) {
    // A second press of "Save", or the way back: the first press has done it, and its codes wait.
    if (await showRecoveryCodes(actor)) redirect(paths.recoveryCodes);
    return <RunOut />;
  }
  const { enrolment: words } = (await currentWords()).twoFactor;
  return (
    <>
      <PageHeader
        title={await heading()}
        description={methods.authenticatorOn ? words.replaceDescription : undefined}
      />
      <Steps actor={actor} enrolment={running} />
    </>
  );
}
