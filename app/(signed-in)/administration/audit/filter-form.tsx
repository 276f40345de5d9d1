import { Search } from "lucide-react";
import { Field } from "@/components/field";
import { MoreFields } from "@/components/more-fields";
import { Select } from "@/components/select";
import { SubmitButton } from "@/components/submit-button";
import { TextLink } from "@/components/text-link";
import { eventGroups, eventsIn } from "@/lib/audit/event-group";
import { type EventFilter, eventResults, filterParameters } from "@/lib/audit/event-view";
import { currentWords } from "@/lib/web/current-words";
import { paths } from "@/lib/web/paths";

/** What is looked for: a GET form, so that a view is an address, which can be kept and shared. */
export async function FilterForm({ filter }: { filter: EventFilter }) {
  const { audit, users } = await currentWords();
  const words = audit.search;
  const groups = eventGroups.map((group) => ({
    heading: audit.groups[group],
    options: [
      { value: group, text: words.wholeGroup(audit.groups[group]) },
      ...eventsIn(group).map((event) => ({ value: event, text: users.activity.events[event] })),
    ],
  }));
  return (
    <search aria-label={audit.title}>
      <form
        action={paths.audit}
        className="grid gap-4 rounded-panel border border-line bg-surface p-4 shadow-lift sm:p-5"
      >
        <Field
          name="person"
          type="search"
          label={words.person}
          hint={words.personHint}
          defaultValue={filter.person}
          autoComplete="off"
        />
        <MoreFields
          label={words.more}
          open={Object.keys(filterParameters({ ...filter, person: "" })).length > 0}
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
        </MoreFields>
        <div className="flex flex-wrap items-center gap-4">
          <SubmitButton variant="secondary" icon={<Search />}>
            {words.apply}
          </SubmitButton>
          {Object.keys(filterParameters(filter)).length > 0 && (
            <TextLink href={paths.audit}>{words.clear}</TextLink>
          )}
        </div>
      </form>
    </search>
  );
}
