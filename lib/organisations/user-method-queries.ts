/**
 * What users could prove a second step with, as SQL over `users`: one spelling for lists, filters and counts. It says
 * of many users what `usableMethods` says of one; `allowed` are the organisation's methods.
 */
import { type RawBuilder, sql } from "kysely";
import { type Method, methods } from "@/lib/two-factor/method";
import { mostFailuresInARow } from "@/lib/two-factor/policy";

/**
 * Users turn codes by e-mail off in favour of an authenticator, and only beside one: where authenticators are not
 * allowed, the codes count all the same. Written as partial indexes are, so that the planner recognises them.
 */
function lacksEmail(allowed: Method[]): RawBuilder<boolean> {
  return allowed.includes("authenticator")
    ? sql`(users.email_confirmed_at is null or not users.email_method_enabled)`
    : sql`(users.email_confirmed_at is null)`;
}

/**
 * By the user's own row, and so by its indexes. Authenticators that are off because of wrong codes are few: they are
 * gathered once, by an index that has those alone.
 */
const hasAuthenticator = sql<boolean>`(users.has_authenticator and users.id not in (
  select user_id from authenticators where failures_in_a_row >= ${sql.lit(mostFailuresInARow)}))`;

type Conditions = Record<Method, RawBuilder<boolean>>;

const has = (allowed: Method[]): Conditions => ({
  email: sql`(not ${lacksEmail(allowed)})`,
  authenticator: hasAuthenticator,
});
const lacks: typeof has = (allowed) => ({
  email: lacksEmail(allowed),
  authenticator: sql`not ${hasAuthenticator}`,
});

/** Users with any of `wanted` that is among `allowed`. */
export function hasAny(wanted: Method[], allowed: Method[]): RawBuilder<boolean> {
  const each = has(allowed);
  const ways = wanted.filter((method) => allowed.includes(method)).map((method) => each[method]);
  return ways.length === 0 ? sql<boolean>`false` : sql`(${sql.join(ways, sql` or `)})`;
}

/** Users with none of `allowed`. */
export function hasNone(allowed: Method[]): RawBuilder<boolean> {
  const each = lacks(allowed);
  return allowed.length === 0
    ? sql<boolean>`true`
    : sql`(${sql.join(
        allowed.map((method) => each[method]),
        sql` and `,
      )})`;
}

/** Those of `allowed` that a user has, in the order in which the product names them. */
export function methodsOfUser(allowed: Method[]): RawBuilder<Method[]> {
  const each = has(allowed);
  const named = methods
    .filter((method) => allowed.includes(method))
    .map((method) => sql`case when ${each[method]} then ${sql.lit(method)} end`);
  return sql`array_remove(array[${sql.join(named)}]::text[], null)`;
}
