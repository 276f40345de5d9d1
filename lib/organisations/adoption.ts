/** How far two-factor login has come: active users, counted by what they could prove a second step with. */
import type { Method } from "@/lib/two-factor/method";

export type Adoption = { both: number; emailOnly: number; authenticatorOnly: number; neither: number };

/** How many active users there are. */
export function activeUsers({ both, emailOnly, authenticatorOnly, neither }: Adoption): number {
  return both + emailOnly + authenticatorOnly + neither;
}

/** How many have `method`, whether they are allowed to use it or not. */
export function usersWith(adoption: Adoption, method: Method): number {
  return adoption.both + (method === "email" ? adoption.emailOnly : adoption.authenticatorOnly);
}

/** How many would be asked for a second step if `allowed` were the allowed methods. */
export function usersAsked(adoption: Adoption, allowed: Method[]): number {
  if (allowed.length === 0) return 0;
  if (allowed.length === 2) return activeUsers(adoption) - adoption.neither;
  return allowed.reduce((sum, method) => sum + usersWith(adoption, method), 0);
}

/** How many have a method among those allowed `before`, and none among those allowed `after`. */
export function usersLosing(adoption: Adoption, before: Method[], after: Method[]): number {
  const loses = (...own: Method[]) =>
    own.some((method) => before.includes(method)) && !own.some((method) => after.includes(method));
  return (
    (loses("email") ? adoption.emailOnly : 0) +
    (loses("authenticator") ? adoption.authenticatorOnly : 0) +
    (loses("email", "authenticator") ? adoption.both : 0)
  );
}

/** How many would log in with the password alone if `allowed` were the allowed methods. */
export function usersNotAsked(adoption: Adoption, allowed: Method[]): number {
  return activeUsers(adoption) - usersAsked(adoption, allowed);
}
