import type { RefusedForm } from "@/components/form-state";
import { differingFields, mergedFields, presentFields } from "@/lib/organisations/merge-fields";
import type { PresentUser } from "@/lib/organisations/user";
import type { UserFields } from "@/lib/organisations/user-change";
import { refusedForm } from "@/lib/web/read-form";
import type { Language } from "@/lib/words/language";
import { clockTime } from "@/lib/words/moment";
import type { Words } from "@/lib/words/words";
import { beganWith, beginningWith } from "./began-with";

/**
 * Says that somebody else was faster, and what they changed. What was typed here stays, what was left alone is theirs,
 * and the form carries the newer revision: saving again is a decision made in the knowledge of both.
 */
export function changedMeanwhile(
  form: FormData,
  present: PresentUser,
  typed: UserFields,
  words: Words["users"],
  language: Language,
): RefusedForm {
  const theirs = presentFields(present);
  const began = beganWith(form);
  const { name, email, role, status, teamIds } = began ? mergedFields(began, typed, theirs) : typed;
  const said = {
    name: `${words.form.name} ${present.name}`,
    email: `${words.form.email} ${present.email}`,
    role: `${words.form.role} ${words.roles[present.role]}`,
    status: `${words.form.status} ${words.statuses[present.status]}`,
    teamIds: `${words.form.teams} ${present.teams.map((team) => team.name).join(", ") || words.form.noTeam}`,
  };
  const changed = differingFields(began ?? typed, theirs).map((field) => said[field]);
  const message = words.form.changedMeanwhile(clockTime(present.changedAt, language), changed);
  return refusedForm(form, message, {
    ...{ name, email, role, status, teams: teamIds },
    ...beginningWith(present),
    revision: String(present.revision),
  });
}
