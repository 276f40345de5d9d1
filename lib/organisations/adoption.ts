/** How far two-factor login has come: active users, counted by how they stand. What that is worth, the policy says. */
import type { Method } from "@/lib/two-factor/method";
import { proofsDue, type Standing, usableMethods } from "@/lib/two-factor/policy";

/** How a user stands, whatever the organisation asks for. */
type OwnStanding = Omit<Standing, "switchedOn" | "allowedMethods">;

/** How many active users stand alike, for each way to stand. */
export type Adoption = (OwnStanding & { count: number })[];

function countWhere(adoption: Adoption, holds: (standing: OwnStanding) => boolean): number {
  return adoption.filter(holds).reduce((sum, { count }) => sum + count, 0);
}

/** How the same user stands where two-factor login is on and `allowedMethods` are the allowed methods. */
const standingWith = (own: OwnStanding, allowedMethods: Method[]) => ({
  ...own,
  switchedOn: true,
  allowedMethods,
});

/** How many active users there are. */
export function activeUsers(adoption: Adoption): number {
  return countWhere(adoption, () => true);
}

/** How many could use each of `wanted` if `allowed` were the allowed methods. */
export function usersWith(adoption: Adoption, wanted: Method[], allowed: Method[]): number {
  return countWhere(adoption, (own) => {
    const usable = usableMethods(standingWith(own, allowed));
    return wanted.every((method) => usable.includes(method));
  });
}

/** How many could use no method if `allowed` were the allowed ones. */
export function usersWithout(adoption: Adoption, allowed: Method[]): number {
  return countWhere(adoption, (own) => usableMethods(standingWith(own, allowed)).length === 0);
}

/** Whether the password alone would not open the door: a recovery code may be asked for where no method is usable. */
const isAsked = (own: OwnStanding, allowed: Method[]) => proofsDue(standingWith(own, allowed)).length > 0;

/** How many would be asked for a second step if `allowed` were the allowed methods. */
export function usersAsked(adoption: Adoption, allowed: Method[]): number {
  return countWhere(adoption, (own) => isAsked(own, allowed));
}

/** How many are asked for a second step where `before` are the allowed methods, and would not be where `after` are. */
export function usersLosing(adoption: Adoption, before: Method[], after: Method[]): number {
  return countWhere(adoption, (own) => isAsked(own, before) && !isAsked(own, after));
}

/** How many would log in with the password alone if `allowed` were the allowed methods. */
export function usersNotAsked(adoption: Adoption, allowed: Method[]): number {
  return activeUsers(adoption) - usersAsked(adoption, allowed);
}
