import { LinkButton } from "@/components/link-button";
import { PageHeader } from "@/components/page-header";
import { currentWords } from "@/lib/web/current-words";
import { paths } from "@/lib/web/paths";
import { beginEnrolmentAction } from "../actions";
import { ActionButton } from "../line";

/** Stands for an enrolment whose time is up, or that nobody has begun. */
export async function RunOut() {
  const { enrolment: words } = (await currentWords()).twoFactor;
  return (
    <>
      <PageHeader title={words.runOutTitle} description={words.runOut} />
      <div className="flex flex-wrap gap-2">
        <ActionButton action={beginEnrolmentAction} variant="primary">
          {words.startAgain}
        </ActionButton>
        <LinkButton href={paths.twoFactorLogin}>{words.cancel}</LinkButton>
      </div>
    </>
  );
}
