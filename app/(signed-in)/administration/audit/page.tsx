import { Download, SearchX } from "lucide-react";
import { AnchorButton } from "@/components/anchor-button";
import { EmptyState } from "@/components/empty-state";
import { LinkButton } from "@/components/link-button";
import { Notice } from "@/components/notice";
import { PageHeader } from "@/components/page-header";
import { Pagination } from "@/components/pagination";
import { type EventPlace, filterParameters, readEventFilter, readEventPlace } from "@/lib/audit/event-view";
import { pageSize } from "@/lib/audit/list-events";
import type { AddressParameters } from "@/lib/kernel/address-parameters";
import { mostPeople, viewAudit } from "@/lib/organisations/view-audit";
import { currentWords } from "@/lib/web/current-words";
import { paths } from "@/lib/web/paths";
import { permit } from "@/lib/web/permit";
import { titleWithinReach, withinReach } from "../../within-reach";
import { EventsTable } from "./events-table";
import { FilterForm } from "./filter-form";

export const generateMetadata = titleWithinReach(async () => {
  await permit("audit.view");
  return (await currentWords()).audit.title;
});

type Props = { searchParams: Promise<AddressParameters> };

/** What happened in the organisation, as the address filters it, newest first. */
export default withinReach(async function AuditPage({ searchParams }: Props) {
  const by = await permit("audit.view");
  const parameters = await searchParams;
  const filter = readEventFilter(parameters);
  const asked = filterParameters(filter);
  const { events, previous, next, tooManyPeople } = await viewAudit(by, filter, readEventPlace(parameters));
  const { audit: words } = await currentWords();
  const pageAt = (place: EventPlace, text: string) =>
    place ? { href: paths.auditShown({ ...asked, ...inAddress(place) }), text } : undefined;
  return (
    <>
      <PageHeader
        title={words.title}
        description={words.description}
        actions={
          <AnchorButton href={paths.auditFile(asked)} icon={<Download />}>
            {words.download}
          </AnchorButton>
        }
      />
      <FilterForm filter={filter} />
      {tooManyPeople && <Notice tone="warning">{words.tooManyPeople(mostPeople)}</Notice>}
      <p role="status" className="-mb-3 text-sm text-muted tabular-nums">
        {words.shown(events.length)}
      </p>
      {events.length > 0 ? (
        <EventsTable events={events} />
      ) : (
        <EmptyState
          title={words.none}
          icon={<SearchX />}
          actions={<LinkButton href={paths.audit}>{words.search.clear}</LinkButton>}
        >
          {words.noneHint}
        </EmptyState>
      )}
      <Pagination
        label={words.pages}
        previous={pageAt(previous, words.newer(pageSize))}
        next={pageAt(next, words.older(pageSize))}
      />
    </>
  );
});

function inAddress(place: NonNullable<EventPlace>): Record<string, string> {
  return "after" in place ? { after: String(place.after) } : { before: String(place.before) };
}
