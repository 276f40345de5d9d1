import type { ListedEvent } from "@/lib/audit/listed-event";
import type { CsvColumns } from "@/lib/kernel/csv";
import { withoutIsolates } from "@/lib/words/isolated";
import type { Words } from "@/lib/words/words";
import { detailTexts, methodText, reasonText } from "../event-text";

/**
 * What a downloaded log tells of each event: the page without its layout, with the exact moment, name and browser. The
 * name is for machines; all else is said as on the page, because people read it in a spreadsheet.
 */
export function eventColumns(words: Words): CsvColumns<ListedEvent> {
  const { audit } = words;
  const { columns } = audit;
  return [
    { heading: columns.at, cell: ({ at }) => at.toISOString() },
    { heading: columns.name, cell: ({ event }) => event },
    { heading: columns.event, cell: ({ event }) => audit.events[event] },
    { heading: columns.result, cell: ({ result }) => audit.results[result] },
    { heading: columns.actor, cell: ({ actor }) => actor?.name ?? null },
    { heading: columns.actorEmail, cell: ({ actor }) => actor?.email ?? null },
    { heading: columns.target, cell: ({ target }) => target?.name ?? null },
    { heading: columns.targetEmail, cell: ({ target }) => target?.email ?? null },
    { heading: columns.method, cell: (event) => methodText(event, audit) },
    { heading: columns.browser, cell: ({ browser }) => browser },
    { heading: columns.address, cell: ({ address }) => address },
    { heading: columns.reason, cell: (event) => reasonText(event, audit) },
    { heading: columns.detail, cell: (event) => withoutIsolates(audit.joined(detailTexts(event, words))) },
  ];
}
