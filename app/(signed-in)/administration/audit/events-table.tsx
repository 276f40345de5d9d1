import { Badge } from "@/components/badge";
import { type Column, Table } from "@/components/table";
import { Time } from "@/components/time";
import type { ListedEvent } from "@/lib/audit/listed-event";
import { browserParts } from "@/lib/sessions/browser-name";
import { currentLanguage, currentWords } from "@/lib/web/current-words";
import { dayAndTime } from "@/lib/words/moment";
import type { Words } from "@/lib/words/words";
import { actorText, detailTexts, methodText, reasonText } from "./event-text";

/** A page of the log. */
export async function EventsTable({ events }: { events: ListedEvent[] }) {
  const words = await currentWords();
  const language = await currentLanguage();
  const { audit } = words;
  const columns: Column<ListedEvent>[] = [
    {
      heading: audit.columns.event,
      namesRow: true,
      cell: (event) => <What event={event} words={words} />,
    },
    {
      heading: audit.columns.at,
      cell: ({ at }) => <Time at={at}>{dayAndTime(at, language)}</Time>,
    },
    { heading: audit.columns.actor, breaks: true, cell: (event) => actorText(event, audit) },
    {
      heading: audit.columns.target,
      breaks: true,
      cell: ({ actor, target }) =>
        target && target.email === actor?.email ? (
          <span className="text-muted wrap-break-word">{audit.themselves}</span>
        ) : (
          (target?.name ?? audit.values.nothing)
        ),
    },
    { heading: audit.columns.where, breaks: true, cell: (event) => <Where event={event} words={words} /> },
  ];
  return <Table caption={audit.caption} columns={columns} rows={events} keyOf={({ id }) => String(id)} />;
}

type Props = { event: ListedEvent; words: Words };

/** The event, how it ended where that is not well, and why. */
function What({ event, words }: Props) {
  const { audit } = words;
  const more = [methodText(event, audit), reasonText(event, audit), ...detailTexts(event, words)].filter(
    (text) => text !== null,
  );
  return (
    <span className="grid justify-items-start gap-1">
      <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
        {audit.events[event.event]}
        {event.result !== "success" && (
          <Badge tone={event.result === "failure" ? "warning" : "danger"}>
            {audit.results[event.result]}
          </Badge>
        )}
      </span>
      {more.length > 0 && <span className="font-normal text-muted">{audit.joined(more)}</span>}
    </span>
  );
}

/** The browser and the network address. */
function Where({ event, words: { audit, mySettings } }: Props) {
  if (event.browser === null && event.address === null) return audit.values.nothing;
  const { browser, system } = browserParts(event.browser);
  return (
    <span className="grid lg:min-w-36">
      {mySettings.sessions.browserOn(browser, system)}
      {event.address && <span className="text-muted">{event.address}</span>}
    </span>
  );
}
