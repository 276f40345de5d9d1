import { Search } from "lucide-react";
import { Field } from "@/components/field";
import { MoreFields } from "@/components/more-fields";
import { Select } from "@/components/select";
import { SubmitButton } from "@/components/submit-button";
import { TextLink } from "@/components/text-link";
import type { Team } from "@/lib/organisations/team";
import { filterChoices, filters, type UserView } from "@/lib/organisations/user-view";
import { currentWords } from "@/lib/web/current-words";
import { paths } from "@/lib/web/paths";

/** Search and filters: a GET form, so that a view is an address, which can be kept and shared. */
export async function FilterForm({ view: { filter, sort }, teams }: { view: UserView; teams: Team[] }) {
  const { users } = await currentWords();
  const words = { ...users.search, ...users.roles, ...users.statuses };
  const options = (values: readonly Exclude<keyof typeof words, "hint">[]) =>
    values.map((value) => ({ value, text: words[value] }));
  const { email, role, status } = filterChoices;
  return (
    <search aria-label={users.title}>
      <form
        action={paths.users}
        className="grid gap-4 rounded-panel border border-line bg-surface p-4 shadow-lift sm:p-5"
      >
        <Field
          name="search"
          type="search"
          label={words.label}
          hint={words.hint}
          defaultValue={filter.search}
          autoComplete="off"
        />
        <div className="grid gap-4 lg:grid-cols-[1fr_auto] lg:items-end">
          <MoreFields label={words.more} open={filters({ ...filter, search: "" })}>
            <div className="grid grid-cols-2 gap-x-4 gap-y-3 sm:grid-cols-3 lg:grid-cols-5">
              <Select name="email" label={words.email} options={options(email)} defaultValue={filter.email} />
              <Select
                name="two-factor"
                label={words.twoFactor}
                options={options(shownChoices(filter.twoFactor))}
                defaultValue={filter.twoFactor}
              />
              <Select name="role" label={words.role} options={options(role)} defaultValue={filter.role} />
              <Select
                name="team"
                label={words.team}
                options={[
                  { value: "", text: words.all },
                  ...teams.map(({ id, name }) => ({ value: id, text: name })),
                ]}
                defaultValue={filter.team ?? ""}
              />
              <Select
                name="status"
                label={words.status}
                options={options(status)}
                defaultValue={filter.status}
              />
            </div>
          </MoreFields>
          <div className="flex flex-wrap items-center gap-4 lg:pb-0.5">
            <SubmitButton variant="secondary" icon={<Search />}>
              {words.apply}
            </SubmitButton>
            {filters(filter) && <TextLink href={paths.users}>{words.clear}</TextLink>}
          </div>
        </div>
        {sort !== filterChoices.sort[0] && <input type="hidden" name="sort" value={sort} />}
      </form>
    </search>
  );
}

/** On and off; a single method stands there only while an address asks for it, as the settings' links do. */
function shownChoices(chosen: UserView["filter"]["twoFactor"]) {
  return filterChoices["two-factor"].filter((choice) => ["all", "on", "off", chosen].includes(choice));
}
