import { Panel } from "@/components/panel";
import { TextLink } from "@/components/text-link";
import { Time } from "@/components/time";
import type { UserDescription } from "@/lib/organisations/describe-user";
import { currentLanguage, currentWords } from "@/lib/web/current-words";
import { paths } from "@/lib/web/paths";
import { dayAndTime } from "@/lib/words/moment";

type Props = { described: UserDescription; mayViewAudit: boolean };

/** What happened to the account lately. */
export async function ActivityPanel({ described: { user, events }, mayViewAudit }: Props) {
  const { users } = await currentWords();
  const words = users.activity;
  const language = await currentLanguage();
  return (
    <Panel
      title={words.title}
      actions={mayViewAudit && <TextLink href={paths.auditOf(user.id)}>{words.more}</TextLink>}
    >
      {events.length === 0 ? (
        <p className="text-sm text-muted">{words.none}</p>
      ) : (
        <ol className="divide-y divide-line text-sm">
          {events.map(({ id, event, actor, at }) => (
            <li key={id} className="flex flex-wrap justify-between gap-x-6 gap-y-0.5 py-2.5 first:pt-0">
              <span>
                {words.events[event]} {actor && <span className="text-muted">{words.by(actor)}</span>}
              </span>
              <span className="text-muted">
                <Time at={at}>{dayAndTime(at, language)}</Time>
              </span>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}
