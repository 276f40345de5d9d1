/** A view of the users list: what is looked for and in which order. It lives in the address, so that it can be shared. */
import { type AddressParameters, askedOf, given, searched } from "@/lib/kernel/address-parameters";
import { isId } from "@/lib/kernel/id";
import type { Place } from "@/lib/kernel/page";
import { type Role, roleNames } from "@/lib/sessions/session";
import type { Method } from "@/lib/two-factor/method";
import { userStatuses } from "./user";

/** Each filter of the list with what it can be set to; the first is the same as leaving it out. */
export const filterChoices = {
  email: ["all", "confirmed", "not-confirmed"],
  "two-factor": ["all", "on", "off", "email", "authenticator"],
  role: ["all", ...roleNames],
  status: ["all", ...userStatuses],
  sort: ["name", "-name", "email", "-email"],
} as const;

type Choices = typeof filterChoices;

export type UserFilter = {
  /** What is looked for in names and addresses; empty for everybody. */
  search: string;
  email: Choices["email"][number];
  /** `on` and `off` speak of what a user could prove a second step with; a method asks for that one. */
  twoFactor: "all" | "on" | "off" | Method;
  role: "all" | Role;
  /** The id of a team, or null for all. */
  team: string | null;
  status: Choices["status"][number];
};

/** A leading `-` is descending. */
export type UserSort = Choices["sort"][number];

export type UserView = { filter: UserFilter; sort: UserSort };

/** Where a page begins or ends: beside a user, whose id stands in the address. */
export type UserPlace = Place<string>;

/** The view that `parameters` ask for. What it does not understand it takes as not asked. */
export function readView(parameters: AddressParameters): UserView {
  const chosen = <Name extends keyof Choices>(name: Name): Choices[Name][number] =>
    filterChoices[name].find((choice) => choice === given(parameters, name)) ?? filterChoices[name][0];
  const team = given(parameters, "team");
  return {
    filter: {
      search: searched(parameters, "search"),
      email: chosen("email"),
      twoFactor: chosen("two-factor"),
      role: chosen("role"),
      team: isId(team) ? team : null,
      status: chosen("status"),
    },
    sort: chosen("sort"),
  };
}

/** The place that `parameters` ask for. */
export function readPlace({ after, before }: AddressParameters): UserPlace {
  if (isId(after)) return { after };
  return isId(before) ? { before } : null;
}

/** `view` as address parameters, without what is not asked. */
export function viewParameters({ filter, sort }: UserView): Record<string, string> {
  const all = {
    search: filter.search,
    email: filter.email,
    "two-factor": filter.twoFactor,
    role: filter.role,
    team: filter.team,
    status: filter.status,
    sort: sort === filterChoices.sort[0] ? "" : sort,
  };
  return askedOf(all, "search");
}

/**
 * The page of the list that `parameters` ask for, as address parameters. The pages of single users carry it in their own
 * addresses, to lead back to it; and nothing else, whatever somebody has written there.
 */
export function listParameters(parameters: AddressParameters): Record<string, string> {
  return { ...viewParameters(readView(parameters)), ...readPlace(parameters) };
}

/** Whether `filter` leaves anybody out. */
export function filters(filter: UserFilter): boolean {
  return Object.keys(viewParameters({ filter, sort: "name" })).length > 0;
}
