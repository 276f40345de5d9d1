import { PageHeader } from "@/components/page-header";
import type { AddressParameters } from "@/lib/kernel/address-parameters";
import { now } from "@/lib/kernel/clock";
import { describeSending } from "@/lib/organisations/describe-sending";
import { currentLanguage, currentWords } from "@/lib/web/current-words";
import { paths } from "@/lib/web/paths";
import { outOfReach, permit } from "@/lib/web/permit";
import { dayAndTime } from "@/lib/words/moment";
import { titleWithinReach, withinReach } from "../../../../within-reach";
import { KeepUpToDate } from "./keep-up-to-date";
import { openedAt } from "./looking";
import { ProgressPanel } from "./progress-panel";
import { readResultView, resultParameters } from "./result-view";
import { Results } from "./results";

export const generateMetadata = titleWithinReach(async () => {
  await permit("users.invite");
  return (await currentWords()).resend.job.title;
});

type Props = { params: Promise<{ job: string }>; searchParams: Promise<AddressParameters> };

/** How a sending stands, and how it went for each user. Leaving the page changes nothing. */
export default withinReach(async function ResendJobPage({ params, searchParams }: Props) {
  const by = await permit("users.invite");
  const parameters = await searchParams;
  const view = readResultView(parameters);
  const described =
    (await describeSending(by, (await params).job, view)) ?? (await outOfReach("users.invite"));
  const { resend } = await currentWords();
  const { sending, progress, unseen } = described;
  const opened = openedAt(parameters, now());
  const results = resultParameters(view);
  return (
    <>
      <PageHeader
        title={resend.job.title}
        description={resend.job.started(
          sending.startedBy,
          dayAndTime(sending.startedAt, await currentLanguage()),
        )}
        back={{ href: paths.users, text: resend.back }}
      />
      {!sending.finishedAt && (
        <KeepUpToDate
          here={paths.resending(sending.id, results)}
          again={opened && paths.resending(sending.id, { ...results, opened: String(opened.getTime()) })}
          probe={paths.health}
          words={{ rests: resend.job.rests, showNow: resend.job.showNow }}
        />
      )}
      <ProgressPanel sending={sending} progress={progress} unseen={unseen} />
      <Results described={described} view={view} by={by} />
    </>
  );
});
