/** Joins what two people did to one user at the same time: what one of them left alone is the other's. */
import { touched } from "@/lib/kernel/touched";
import type { PresentUser } from "./user";
import type { UserFields } from "./user-change";

type Field = keyof UserFields;

/** `present` as a form of them has it. */
export const presentFields = ({ name, email, role, status, teams }: PresentUser): UserFields => ({
  ...{ name, email, role, status },
  teamIds: teams.map(({ id }) => id),
});

/** The fields in which `one` and `other` differ. */
export function differingFields(one: UserFields, other: UserFields): Field[] {
  return Object.keys(touched(one, other)) as Field[];
}

/** `present` with those fields of `typed` that differ from what the form `began` with. */
export function mergedFields(began: UserFields, typed: UserFields, present: UserFields): UserFields {
  return { ...present, ...touched(began, typed) };
}
