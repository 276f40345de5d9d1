/** Who may do what: permission is a value that a verb asks for, not a check that somebody might forget. */
import type { Actor } from "@/lib/sessions/actor";
import type { Role } from "@/lib/sessions/session";

const permissions = [
  "settings.view",
  "settings.edit",
  "users.view",
  "users.edit",
  "users.invite",
  "users.reset-two-factor",
  "audit.view",
] as const;

export type Permission = (typeof permissions)[number];

/** How far a `users.*` permission reaches. */
export type Scope = "whole-organisation" | "own-teams";

/** The built-in roles: what each may do, and how far. */
export const roles: Record<Role, Partial<Record<Permission, Scope>>> = {
  administrator: Object.fromEntries(permissions.map((permission) => [permission, "whole-organisation"])),
  manager: { "users.view": "own-teams", "users.edit": "own-teams", "users.invite": "own-teams" },
  member: {},
};

declare const granted: unique symbol;

/** An actor who holds `P`, and how far it reaches. Only {@link permitted} makes one, from the role in the live session. */
export type Permitted<P extends Permission = Permission> = Actor & { scope: Scope; readonly [granted]: P };

/** `actor` as one who may do `permission`, or undefined. */
export function permitted<A extends Actor, P extends Permission>(
  actor: A,
  permission: P,
): (A & Permitted<P>) | undefined {
  const scope = roles[actor.role][permission];
  return scope && ({ ...actor, scope } as A & Permitted<P>);
}

/** Whether `role` may do `permission` at all: for navigation, which shows only what can be opened. */
export function mayDo(role: Role, permission: Permission): boolean {
  return roles[role][permission] !== undefined;
}
