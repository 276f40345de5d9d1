import { Notice } from "@/components/notice";
import { Panel } from "@/components/panel";
import { Progress } from "@/components/progress";
import {
  type Sending,
  type SendingProgress,
  settled,
  type Unseen,
  usersLeftOut,
  usersShown,
} from "@/lib/organisations/sending";
import { currentLanguage, currentWords } from "@/lib/web/current-words";
import { clockTime } from "@/lib/words/moment";
import { TryAgainForm } from "./try-again-form";

type Props = { sending: Sending; progress: SendingProgress };

/** The bar, what it means in a sentence, and the way to try again what failed. */
export async function ProgressPanel({ sending, progress, unseen }: Props & { unseen: Unseen }) {
  const { resend } = await currentWords();
  const words = resend.job;
  return (
    <Panel title={words.progress}>
      <Progress
        label={words.progress}
        labelHidden
        value={settled(progress)}
        max={sending.recipients}
        text={words.progressText(settled(progress), sending.recipients)}
      />
      <State sending={sending} progress={progress} />
      {usersLeftOut(sending.leftOut) > 0 && (
        <p className="text-sm text-muted">{resend.leftOut(sending.leftOut, usersShown(sending))}</p>
      )}
      {unseen.users > 0 && <p className="text-sm text-muted">{words.unseen(unseen.users)}</p>}
      <TryAgainForm jobId={sending.id} failed={progress.failed - unseen.failed} />
    </Panel>
  );
}

async function State({ sending, progress }: Props) {
  const { job: words } = (await currentWords()).resend;
  if (!sending.finishedAt) {
    return sending.nextTryAt ? (
      <Notice tone="warning" announced={false}>
        {words.nextTry(clockTime(sending.nextTryAt, await currentLanguage()))}
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
