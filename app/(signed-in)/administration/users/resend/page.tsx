import { Notice } from "@/components/notice";
import { PageHeader } from "@/components/page-header";
import { Panel } from "@/components/panel";
import { TextLink } from "@/components/text-link";
import type { AddressParameters } from "@/lib/kernel/address-parameters";
import { now } from "@/lib/kernel/clock";
import { randomId } from "@/lib/kernel/random";
import { previewSending } from "@/lib/organisations/describe-sending";
import { usersLeftOut, usersShown } from "@/lib/organisations/sending";
import { readView, viewParameters } from "@/lib/organisations/user-view";
import { currentWords } from "@/lib/web/current-words";
import { paths } from "@/lib/web/paths";
import { permit } from "@/lib/web/permit";
import { titleWithinReach, withinReach } from "../../../within-reach";
import { ResendForm } from "./form";

export const generateMetadata = titleWithinReach(async () => {
  await permit("users.invite");
  return (await currentWords()).resend.title;
});

type Props = { searchParams: Promise<AddressParameters> };

/** The question before a sending: how many e-mails, and who is left out and why. */
export default withinReach(async function ResendPage({ searchParams }: Props) {
  const by = await permit("users.invite");
  const view = readView(await searchParams);
  const asked = viewParameters(view);
  const seenAt = now();
  const preview = await previewSending(by, view.filter, seenAt);
  const { resend: words } = await currentWords();
  const shown = usersShown(preview);
  return (
    <>
      <PageHeader title={words.title} back={{ href: paths.usersShown(asked), text: words.back }} />
      {preview.running && (
        <Notice
          announced={false}
          actions={<TextLink href={paths.resending(preview.running)}>{words.showRunning}</TextLink>}
        >
          {words.running}
        </Notice>
      )}
      <Panel title={words.question(preview.recipients)}>
        <div className="grid max-w-prose gap-2 text-sm">
          {shown === 0 && <p>{words.nobodyShown}</p>}
          {usersLeftOut(preview.leftOut) > 0 && <p>{words.leftOut(preview.leftOut, shown)}</p>}
          {preview.recipients > 0 && <p className="text-muted">{words.about}</p>}
        </div>
        <ResendForm
          recipients={preview.recipients}
          hidden={{ ...asked, job: randomId(), seen: seenAt.toISOString() }}
          backHref={paths.usersShown(asked)}
        />
      </Panel>
    </>
  );
});
