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

const hasAuthenticator = sql<boolean>`exists (
  select from authenticators where user_id = users.id and failures_in_a_row < ${sql.lit(mostFailuresInARow)})`;

/** The same as a value of the row, for where it is no condition of its own: Postgres would read all authenticators. */
const whetherAuthenticator = sql<boolean>`coalesce((
  select failures_in_a_row < ${sql.lit(mostFailuresInARow)} from authenticators where user_id = users.id), false)`;

type Conditions = Record<Method, RawBuilder<boolean>>;

const has = (allowed: Method[]): Conditions => ({
  email: sql`(not ${lacksEmail(allowed)})`,
  authenticator: hasAuthenticator,
});
const whether: typeof has = (allowed) => ({ ...has(allowed), authenticator: whetherAuthenticator });
const lacks: typeof has = (allowed) => ({
  email: lacksEmail(allowed),
  authenticator: sql`not ${hasAuthenticator}`,
});

/** Users with any of `wanted` that is among `allowed`. */
export function hasAny(wanted: Method[], allowed: Method[]): RawBuilder<boolean> {
  const [only, ...others] = wanted.filter((method) => allowed.includes(method));
  if (!only) return sql<boolean>`false`;
  if (others.length === 0) return has(allowed)[only];
  const each = whether(allowed);
  return sql`(${sql.join(
    [only, ...others].map((method) => each[method]),
    sql` or `,
  )})`;
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
  const each = whether(allowed);
  const named = methods
    .filter((method) => allowed.includes(method))
    .map((method) => sql`case when ${each[method]} then ${sql.lit(method)} end`);
  return sql`array_remove(array[${sql.join(named)}]::text[], null)`;
}
