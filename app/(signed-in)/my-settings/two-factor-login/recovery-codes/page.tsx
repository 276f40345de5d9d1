import { Download } from "lucide-react";
import { cache } from "react";
import { AnchorButton } from "@/components/anchor-button";
import { CodeList } from "@/components/code-list";
import { CopyButton } from "@/components/copy-button";
import { LinkButton } from "@/components/link-button";
import { PageHeader } from "@/components/page-header";
import { Panel } from "@/components/panel";
import { PrintButton } from "@/components/print-button";
import { now } from "@/lib/kernel/clock";
import { showRecoveryCodes } from "@/lib/two-factor/make-recovery-codes";
import { currentLanguage, currentWords } from "@/lib/web/current-words";
import { paths } from "@/lib/web/paths";
import { signedIn } from "@/lib/web/permit";
import { day } from "@/lib/words/moment";
import { SavedForm } from "./saved-form";

const look = cache(async () => {
  const { actor } = await signedIn();
  return { actor, codes: await showRecoveryCodes(actor) };
});

export async function generateMetadata() {
  const { codes: words } = (await currentWords()).twoFactor;
  return { title: (await look()).codes ? words.title : words.goneTitle };
}

/** New recovery codes, until their owner says that they are saved. */
export default async function RecoveryCodesPage() {
  const { actor, codes } = await look();
  const { codes: words, recoveryCodes } = (await currentWords()).twoFactor;
  if (!codes) {
    return (
      <>
        <PageHeader title={words.goneTitle} description={words.gone} />
        <div>
          <LinkButton href={paths.twoFactorLogin}>{words.goneLink}</LinkButton>
        </div>
      </>
    );
  }
  const today = day(now(), await currentLanguage());
  return (
    <div className="grid max-w-2xl gap-6">
      <div className="no-print">
        <PageHeader title={words.title} description={words.description} />
      </div>
      <Panel title={recoveryCodes}>
        <CodeList
          label={recoveryCodes}
          codes={codes}
          printed={words.printed(actor.organisationName, actor.email, today)}
        />
        <div className="no-print flex flex-wrap gap-2">
          <AnchorButton href={paths.recoveryCodesFile} icon={<Download />}>
            {words.download}
          </AnchorButton>
          <PrintButton>{words.print}</PrintButton>
          <CopyButton text={codes.join("\n")} words={{ copied: words.copied, failed: words.copyFailed }}>
            {words.copy}
          </CopyButton>
        </div>
      </Panel>
      <SavedForm />
    </div>
  );
}
