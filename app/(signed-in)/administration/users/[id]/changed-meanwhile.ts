import type { RefusedForm } from "@/components/form-state";
import type { PresentUser } from "@/lib/organisations/user";
import type { UserFields } from "@/lib/organisations/user-change";
import { typedValues } from "@/lib/web/read-form";
import type { Language } from "@/lib/words/language";
import { clockTime } from "@/lib/words/moment";
import type { Words } from "@/lib/words/words";

/**
 * Says that somebody else was faster, and what of theirs differs from what was typed. The typed values stay, and the
 * form carries the newer revision: saving again is a decision made in the knowledge of both.
 */
export function changedMeanwhile(
  form: FormData,
  present: PresentUser,
  wanted: UserFields,
  words: Words["users"],
  language: Language,
): RefusedForm {
  const teams = present.teams.map(({ name }) => name).join(", ") || words.form.noTeam;
  const sameTeams =
    present.teams.length === wanted.teamIds.length &&
    present.teams.every(({ id }) => wanted.teamIds.includes(id));
  const differing = [
    present.name !== wanted.name && `${words.form.name} ${present.name}`,
    present.email !== wanted.email && `${words.form.email} ${present.email}`,
    present.role !== wanted.role && `${words.form.role} ${words.roles[present.role]}`,
    present.status !== wanted.status && `${words.form.status} ${words.statuses[present.status]}`,
    !sameTeams && `${words.form.teams} ${teams}`,
  ].filter((difference) => difference !== false);
  const message = words.form.changedMeanwhile(clockTime(present.changedAt, language), differing);
  return {
    status: "refused",
    message,
    values: { ...typedValues(form), revision: String(present.revision) },
  };
}
