import { Badge } from "@/components/badge";
import { DescriptionList } from "@/components/description-list";
import { Panel } from "@/components/panel";
import { Time } from "@/components/time";
import { holds, now } from "@/lib/kernel/clock";
import type { UserDescription } from "@/lib/organisations/describe-user";
import { currentLanguage, currentWords } from "@/lib/web/current-words";
import { day, dayAndTime } from "@/lib/words/moment";
import { reasonText } from "../../audit/event-text";

/** Whether the address is confirmed, and how the last e-mail that asked for it stands. */
export async function ConfirmationPanel({ described }: { described: UserDescription }) {
  const { users, audit } = await currentWords();
  const words = users.confirmation;
  const language = await currentLanguage();
  const { user, lastConfirmationEmail: last, undelivered, isOnItsWay } = described;
  const moment = (at: Date) => <Time at={at}>{dayAndTime(at, language)}</Time>;
  const state = user.emailConfirmedAt ? (
    words.confirmedSince(day(user.emailConfirmedAt, language))
  ) : (
    <Badge tone="warning">{words.notConfirmed}</Badge>
  );
  const unsent = isOnItsWay ? words.onItsWay : words.neverSent;
  const validity = last?.validUntil &&
    !user.emailConfirmedAt && {
      term: words.validUntil,
      details: holds(last.validUntil, now())
        ? moment(last.validUntil)
        : words.runOut(dayAndTime(last.validUntil, language)),
    };
  const trouble = undelivered &&
    !user.emailConfirmedAt && {
      term: words.undelivered,
      details: (
        <>
          {moment(undelivered.at)} <Badge tone="warning">{reasonText(undelivered, audit)}</Badge>
        </>
      ),
    };
  return (
    <Panel title={words.title}>
      <DescriptionList
        items={[
          { term: words.state, details: state },
          { term: words.lastSent, details: last ? moment(last.sentAt) : unsent },
          ...(validity ? [validity] : []),
          ...(trouble ? [trouble] : []),
        ]}
      />
    </Panel>
  );
}
