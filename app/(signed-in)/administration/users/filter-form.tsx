import { Field } from "@/components/field";
import { FilterPanel } from "@/components/filter-panel";
import { Select } from "@/components/select";
import type { Team } from "@/lib/organisations/team";
import { filterChoices, filters, type UserView } from "@/lib/organisations/user-view";
import { currentWords } from "@/lib/web/current-words";
import { paths } from "@/lib/web/paths";

/** Search and filters; what the list is sorted by stays as it is. */
export async function FilterForm({ view: { filter, sort }, teams }: { view: UserView; teams: Team[] }) {
  const { users } = await currentWords();
  const words = { ...users.search, ...users.roles, ...users.statuses };
  const options = (values: readonly Exclude<keyof typeof words, "hint">[]) =>
    values.map((value) => ({ value, text: words[value] }));
  const { email, role, status } = filterChoices;
  return (
    <FilterPanel
      label={users.title}
      action={paths.users}
      search={
        <Field
          name="search"
          type="search"
          label={words.label}
          hint={words.hint}
          defaultValue={filter.search}
          autoComplete="off"
        />
      }
      more={{ label: words.more, open: filters({ ...filter, search: "" }) }}
      apply={words.apply}
      clear={filters(filter) && { href: paths.users, text: words.clear }}
    >
      <div className="grid items-end gap-x-4 gap-y-3 min-[30rem]:grid-cols-2 sm:grid-cols-3 lg:grid-cols-5">
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
            ...absentTeam(filter.team, teams, words.absentTeam),
          ]}
          defaultValue={filter.team ?? ""}
        />
        <Select name="status" label={words.status} options={options(status)} defaultValue={filter.status} />
      </div>
      {sort !== filterChoices.sort[0] && <input type="hidden" name="sort" value={sort} />}
    </FilterPanel>
  );
}

/** One that was deleted since, or is not theirs to see: the list has nobody, and a box that says "All" would not say why. */
function absentTeam(id: string | null, teams: Team[], text: string) {
  return id && !teams.some((team) => team.id === id) ? [{ value: id, text }] : [];
}

/** On and off; a single method stands there only while an address asks for it, as the settings' links do. */
function shownChoices(chosen: UserView["filter"]["twoFactor"]) {
  return filterChoices["two-factor"].filter((choice) => ["all", "on", "off", chosen].includes(choice));
}
