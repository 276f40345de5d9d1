import { Field } from "@/components/field";
import { FilterPanel } from "@/components/filter-panel";
import { Select } from "@/components/select";
import { eventGroups, eventsByGroup } from "@/lib/audit/event";
import { type EventFilter, eventResults, filterParameters } from "@/lib/audit/event-view";
import { currentWords } from "@/lib/web/current-words";
import { paths } from "@/lib/web/paths";

/** What is looked for among the events. */
export async function FilterForm({ filter }: { filter: EventFilter }) {
  const { audit } = await currentWords();
  const words = audit.search;
  const groups = eventGroups.map((group) => ({
    heading: audit.groups[group],
    options: [
      { value: group, text: words.wholeGroup(audit.groups[group]) },
      ...eventsByGroup[group].map((event) => ({ value: event, text: audit.events[event] })),
    ],
  }));
  return (
    <FilterPanel
      label={audit.title}
      action={paths.audit}
      search={
        <Field
          name="person"
          type="search"
          label={words.person}
          hint={words.personHint}
          defaultValue={filter.person}
          autoComplete="off"
        />
      }
      more={{ label: words.more, open: isSet({ ...filter, person: "" }) }}
      apply={words.apply}
      clear={isSet(filter) && { href: paths.audit, text: words.clear }}
    >
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-4">
        <Select
          name="event"
          label={words.event}
          options={[{ value: "all", text: words.allEvents }]}
          groups={groups}
          defaultValue={filter.event}
        />
        <Select
          name="result"
          label={words.result}
          options={[
            { value: "all", text: words.allResults },
            ...eventResults.map((result) => ({ value: result, text: audit.results[result] })),
          ]}
          defaultValue={filter.result}
        />
        <Field name="from" type="date" label={words.from} defaultValue={filter.from ?? ""} />
        <Field name="to" type="date" label={words.to} defaultValue={filter.to ?? ""} />
      </div>
    </FilterPanel>
  );
}

const isSet = (filter: EventFilter) => Object.keys(filterParameters(filter)).length > 0;
