/** What users could prove a second step with, as SQL over `users`: one spelling for lists, filters and counts. */
import { type RawBuilder, sql } from "kysely";
import { type Method, methods } from "@/lib/two-factor/method";
import { mostFailuresInARow } from "@/lib/two-factor/policy";

// Written as the negation of the partial index `users_without_email_method`, so that the planner recognises it.
export const lacksEmailMethod = sql<boolean>`(users.email_confirmed_at is null or not users.email_method_enabled)`;

export const hasEmailMethod = sql<boolean>`(not ${lacksEmailMethod})`;

const hasAuthenticator = sql<boolean>`exists (
  select from authenticators where user_id = users.id and failures_in_a_row < ${sql.lit(mostFailuresInARow)})`;

/** The same as a value of the row, for where it is no condition of its own: Postgres would read all authenticators. */
const whetherAuthenticator = sql<boolean>`coalesce((
  select failures_in_a_row < ${sql.lit(mostFailuresInARow)} from authenticators where user_id = users.id), false)`;

const has: Record<Method, RawBuilder<boolean>> = { email: hasEmailMethod, authenticator: hasAuthenticator };
const whether: typeof has = { ...has, authenticator: whetherAuthenticator };
const lacks: Record<Method, RawBuilder<boolean>> = {
  email: lacksEmailMethod,
  authenticator: sql<boolean>`not ${hasAuthenticator}`,
};

/** Users with any of `wanted`. */
export function hasAny(wanted: Method[]): RawBuilder<boolean> {
  const [only, ...others] = wanted;
  if (!only) return sql<boolean>`false`;
  if (others.length === 0) return has[only];
  return sql`(${sql.join(
    wanted.map((method) => whether[method]),
    sql` or `,
  )})`;
}

/** Users with none of `unwanted`. */
export function hasNone(unwanted: Method[]): RawBuilder<boolean> {
  return unwanted.length === 0
    ? sql<boolean>`true`
    : sql`(${sql.join(
        unwanted.map((method) => lacks[method]),
        sql` and `,
      )})`;
}

/** Those of `allowed` that a user has, in the order in which the product names them. */
export function methodsOfUser(allowed: Method[]): RawBuilder<Method[]> {
  const each = methods
    .filter((method) => allowed.includes(method))
    .map((method) => sql`case when ${whether[method]} then ${sql.lit(method)} end`);
  return sql`array_remove(array[${sql.join(each)}]::text[], null)`;
}
