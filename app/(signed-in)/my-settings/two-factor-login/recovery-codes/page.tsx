import { Download } from "lucide-react";
import { cache } from "react";
import { AnchorButton } from "@/components/anchor-button";
import { CodeList } from "@/components/code-list";
import { CopyButton } from "@/components/copy-button";
import { LinkButton } from "@/components/link-button";
import { PageHeader } from "@/components/page-header";
import { Panel } from "@/components/panel";
import { PrintButton } from "@/components/print-button";
import type { AddressParameters } from "@/lib/kernel/address-parameters";
import { now } from "@/lib/kernel/clock";
import { showNewBatch } from "@/lib/two-factor/make-recovery-codes";
import { currentLanguage, currentWords } from "@/lib/web/current-words";
import { paths } from "@/lib/web/paths";
import { signedIn } from "@/lib/web/permit";
import { day } from "@/lib/words/moment";
import { NoticeFromAddress } from "../../../notice-from-address";
import { SavedForm } from "./saved-form";

type Props = { searchParams: Promise<AddressParameters> };

const look = cache(async () => {
  const { actor } = await signedIn();
  return { actor, batch: await showNewBatch(actor) };
});

export async function generateMetadata() {
  const { codes: words } = (await currentWords()).twoFactor;
  return { title: (await look()).batch ? words.title : words.goneTitle };
}

/** New recovery codes, until their owner says that they are saved. */
export default async function RecoveryCodesPage({ searchParams }: Props) {
  const { actor, batch } = await look();
  const { codes: words, recoveryCodes } = (await currentWords()).twoFactor;
  const notice = (
    <NoticeFromAddress given={(await searchParams).notice} sentences={{}} troubles={words.troubles} />
  );
  if (!batch) {
    return (
      <>
        <PageHeader title={words.goneTitle} description={words.gone} />
        {notice}
        <div>
          <LinkButton href={paths.twoFactorLogin}>{words.goneLink}</LinkButton>
        </div>
      </>
    );
  }
  const { codes, madeAt } = batch;
  const today = day(now(), await currentLanguage());
  return (
    <div className="grid max-w-2xl gap-6">
      <div className="no-print grid gap-4">
        <PageHeader title={words.title} description={words.description} />
        {notice}
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
      <SavedForm madeAt={madeAt} />
    </div>
  );
}
