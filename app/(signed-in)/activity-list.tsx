import { Badge } from "@/components/badge";
import { Time } from "@/components/time";
import type { ListedEvent } from "@/lib/audit/listed-event";
import { currentLanguage, currentWords } from "@/lib/web/current-words";
import { dayAndTime } from "@/lib/words/moment";

/** One event; whoever looks after an account sees less of it than its owner. */
type Shown = Pick<ListedEvent, "id" | "event" | "result" | "at"> & {
  /** Who acted, where that is worth saying. */
  actor: string | null;
  /** The browser and the network address. */
  where?: string;
};

/** What happened to an account, newest first. */
export async function ActivityList({ events }: { events: Shown[] }) {
  const { users, audit } = await currentWords();
  const words = users.activity;
  const language = await currentLanguage();
  if (events.length === 0) return <p className="text-sm text-muted">{words.none}</p>;
  return (
    <ol className="@container divide-y divide-line text-sm">
      {events.map(({ id, event, result, actor, where, at }) => (
        // Beside each other for all events, or above each other for all, whatever the length of each.
        <li
          key={id}
          className="flex flex-col flex-wrap justify-between gap-x-6 gap-y-0.5 py-2.5 first:pt-0 last:pb-0 @3xl:flex-row"
        >
          <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
            {audit.events[event]}
            {result !== "success" && <Badge tone="warning">{audit.results[result]}</Badge>}
            {actor && <span className="text-muted">{words.by(actor)}</span>}
          </span>
          <span className="text-muted">
            {where && <span className="me-2">{where} </span>}
            <span className="inline-block">
              <Time at={at}>{dayAndTime(at, language)}</Time>
            </span>
          </span>
        </li>
      ))}
    </ol>
  );
}
