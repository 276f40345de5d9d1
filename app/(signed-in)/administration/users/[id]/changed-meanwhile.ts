import type { RefusedForm } from "@/components/form-state";
import { now } from "@/lib/kernel/clock";
import { differingFields, mergedFields, presentFields } from "@/lib/organisations/merge-fields";
import type { PresentUser } from "@/lib/organisations/user";
import type { UserFields } from "@/lib/organisations/user-change";
import { beganWith, beginningWith } from "@/lib/web/began-with";
import { refusedForm } from "@/lib/web/read-form";
import type { Language } from "@/lib/words/language";
import { whenItWas } from "@/lib/words/moment";
import type { Words } from "@/lib/words/words";
import { BeganUser, fieldsOf } from "../user-schema";

/**
 * Says who was faster, oneself in another tab or somebody else, and what changed. What was typed here stays, what was
 * left alone is as saved, and the form carries the newer revision: saving again is a decision made in the knowledge of both.
 */
export function changedMeanwhile(
  form: FormData,
  { present, byOneself }: { present: PresentUser; byOneself: boolean },
  typed: UserFields,
  words: Words["users"],
  language: Language,
): RefusedForm {
  const theirs = presentFields(present);
  const said = beganWith(BeganUser, form, ["teams"]);
  const began = said && fieldsOf(said);
  const sentences = {
    name: `${words.form.name} ${present.name}`,
    email: `${words.form.email} ${present.email}`,
    role: `${words.form.role} ${words.roles[present.role]}`,
    status: `${words.form.status} ${words.statuses[present.status]}`,
    teamIds: `${words.form.teams} ${present.teams.map((team) => team.name).join(", ") || words.form.noTeam}`,
  };
  const changed = differingFields(began ?? typed, theirs).map((field) => sentences[field]);
  const when = whenItWas(present.changedAt, now(), language);
  const message = words.form.changedMeanwhile(byOneself, when, changed);
  return refusedForm(form, message, {
    ...valuesOf(began ? mergedFields(began, typed, theirs) : typed),
    ...beginningWith(valuesOf(theirs)),
    revision: String(present.revision),
  });
}

/** `fields` by the names that they have in the form. */
const valuesOf = ({ teamIds: teams, ...fields }: UserFields) => ({ ...fields, teams });
