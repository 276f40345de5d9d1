/** What somebody may reach, decided in this one place: the users of the whole organisation, or of their own teams. */
import type { Role } from "@/lib/sessions/session";
import { mayDo, type Permission, type Permitted, roles, type Scope } from "./permission";
import type { Team } from "./team";

export type UsersPermission = Extract<Permission, `users.${string}`>;

/** Users of one organisation; of the teams that `teamsOf` is in, unless that is null. */
export type Reach = { organisationId: string; teamsOf: string | null };

/** How far `by` reaches. Every list, count, change, download and bulk act starts from here. */
export function reachOf(by: Permitted<UsersPermission>): Reach {
  return { organisationId: by.organisationId, teamsOf: by.scope === "own-teams" ? by.userId : null };
}

/** Whether somebody who reaches so far, and is in `ownTeams`, sees nobody and has nowhere to put anybody. */
export function reachesNobody(scope: Scope, ownTeams: Team[]): boolean {
  return scope === "own-teams" && ownTeams.length === 0;
}

/**
 * Whether somebody with the role `own` may hand out `role`, and change or end what belongs to a user who has it.
 * Only what one may do in the whole organisation can be handed out, because nobody knows in which teams it will be used.
 * Without this rule a manager would change an administrator's address and take the account over.
 */
export function mayHandOut(own: Role, role: Role): boolean {
  const wanted = Object.keys(roles[role]) as Permission[];
  return wanted.every((permission) => roles[own][permission] === "whole-organisation");
}

/** Whether the page of a user who has `role` is open to somebody with the role `own` who sees them: for what leads to it. */
export function mayEdit(own: Role, role: Role): boolean {
  return mayDo(own, "users.edit") && mayHandOut(own, role);
}

/** The roles that somebody with the role `own` may hand out, the mightiest first. */
export function rolesToHandOut(own: Role): Role[] {
  return (Object.keys(roles) as Role[]).filter((role) => mayHandOut(own, role));
}
