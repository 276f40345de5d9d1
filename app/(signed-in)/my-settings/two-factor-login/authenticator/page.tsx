import { redirect } from "next/navigation";
import { PageHeader } from "@/components/page-header";
import { showEnrolment } from "@/lib/two-factor/begin-enrolment";
import { describeOwnMethods } from "@/lib/two-factor/change-methods";
import { showRecoveryCodes } from "@/lib/two-factor/make-recovery-codes";
import { signedIn } from "@/lib/web/current";
import { currentWords } from "@/lib/web/current-words";
import { paths } from "@/lib/web/paths";
import { RunOut } from "./run-out";
import { Steps } from "./steps";

export async function generateMetadata() {
  return { title: (await currentWords()).twoFactor.enrolment.title };
}

/** The enrolment of an authenticator, three steps on one page. Reading it starts nothing. */
export default async function EnrolmentPage() {
  const { actor } = await signedIn();
  const { enrolment: words } = (await currentWords()).twoFactor;
  const { switchedOn, allowedMethods, authenticatorOn } = await describeOwnMethods(actor);
  if (!switchedOn || !allowedMethods.includes("authenticator")) redirect(paths.twoFactorLogin);

  const running = await showEnrolment(actor);
  if (!running) {
    // A second press of "Save", or the way back: the first press has done it, and its codes wait.
    if (await showRecoveryCodes(actor)) redirect(paths.recoveryCodes);
    return <RunOut />;
  }
  return (
    <>
      <PageHeader
        title={authenticatorOn ? words.replaceTitle : words.title}
        description={authenticatorOn ? words.replaceDescription : undefined}
      />
      <Steps actor={actor} enrolment={running} />
    </>
  );
}
