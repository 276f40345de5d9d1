import { Notice } from "@/components/notice";
import { Panel } from "@/components/panel";
import { Progress } from "@/components/progress";
import {
  type ResendJob,
  type ResendProgress,
  settled,
  type Unseen,
  usersLeftOut,
  usersShown,
} from "@/lib/organisations/resend-job";
import { currentLanguage, currentWords } from "@/lib/web/current-words";
import { clockTime } from "@/lib/words/moment";
import { TryAgainForm } from "./try-again-form";

type Props = { job: ResendJob; progress: ResendProgress };

/** The bar, what it means in a sentence, and the way to try again what failed. */
export async function ProgressPanel({ job, progress, unseen }: Props & { unseen: Unseen }) {
  const { resend } = await currentWords();
  const words = resend.job;
  return (
    <Panel title={words.progress}>
      <Progress
        label={words.progress}
        labelHidden
        value={settled(progress)}
        max={job.recipients}
        text={words.progressText(settled(progress), job.recipients)}
      />
      <State job={job} progress={progress} />
      {usersLeftOut(job.leftOut) > 0 && (
        <p className="text-sm text-muted">{resend.leftOut(job.leftOut, usersShown(job))}</p>
      )}
      {unseen.users > 0 && <p className="text-sm text-muted">{words.unseen(unseen.users)}</p>}
      <TryAgainForm jobId={job.id} failed={progress.failed - unseen.failed} />
    </Panel>
  );
}

async function State({ job, progress }: Props) {
  const { job: words } = (await currentWords()).resend;
  if (!job.finishedAt) {
    return job.nextTryAt ? (
      <Notice tone="warning" announced={false}>
        {words.nextTry(clockTime(job.nextTryAt, await currentLanguage()))}
      </Notice>
    ) : (
      <Notice announced={false}>{words.underWay}</Notice>
    );
  }
  if (progress.failed > 0)
    return <Notice tone="warning">{words.finished.someFailed(progress.failed)}</Notice>;
  return (
    <Notice tone="success">
      {progress.sent > 0 ? words.finished.allSent(progress.sent) : words.finished.noneSent}
    </Notice>
  );
}
