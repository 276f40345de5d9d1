/**
 * Statements that every login and every page asks. They are put together once a process, and Postgres plans them once a
 * connection: both take longer than what such a statement does (docs/performance.md).
 */
import { type Compilable, type CompiledQuery, sql } from "kysely";
import { environment } from "@/lib/kernel/env";
import type { Database } from "./connection";
import { markedAs } from "./preparing-client";

/** A value of a statement that is put together before it is known. */
class Slot {
  constructor(readonly path: string[]) {}

  of(values: object): unknown {
    return this.path.reduce<unknown>((within, name) => (within as Record<string, unknown>)[name], values);
  }

  // Whatever reckons with a value would be reckoned once and kept for all.
  [Symbol.toPrimitive](): never {
    throw new Error(`A prepared statement cannot depend on the value of ${this.path.join(".")}`);
  }
}

/**
 * The statement that `build` puts together, to be asked with other values each time; returns its rows. Values are texts,
 * numbers, moments, lists of them, and plain objects of these, with the same names each time. `build` hands them on and
 * looks at none: what depends on them is worked out before. `name` tells the statement from all others.
 *
 * Columns of tables are named one by one: a plan that is kept does not survive that a table gets a column.
 */
export function prepared<Values extends object, Row>(
  name: string,
  build: (on: Database, values: Values) => Compilable<Row>,
): (on: Database, values: Values) => Promise<Row[]> {
  let kept: CompiledQuery<Row> | undefined;
  return async (on, values) => {
    // Without plugins: to put it together asks for nothing, and whoever listens hears of what is asked.
    kept ??= named(name, build(on.withoutPlugins(), slotsOf(values, []) as Values).compile());
    const parameters = kept.parameters.map((each) => (each instanceof Slot ? each.of(values) : each));
    const query = { ...kept, parameters };
    if (environment().mode === "test") assertSame(query, named(name, build(on, values).compile()));
    return (await on.executeQuery<Row>(query)).rows;
  };
}

/** A list as values of their own: see {@link oneByOne}. */
export type OneByOne = Record<number, string> & { length?: never };

/**
 * `list` as values of their own, for {@link isAny}. It must have the same length each time, as the digests of a token
 * have: one for each key. In exchange Postgres knows how few rows are looked for, and not how many a list may hold.
 */
export const oneByOne = (list: string[]): OneByOne => Object.fromEntries(list.entries());

/** Whether `column` is any of `values`, by an index. */
export function isAny(column: string, values: OneByOne) {
  return sql<boolean>`${sql.ref(column)} in (${sql.join(Object.values(values))})`;
}

function named<Row>(name: string, query: CompiledQuery<Row>): CompiledQuery<Row> {
  const whole = [...query.sql.matchAll(/(?:"(\w+)"\.|select |returning )\*/g)];
  if (whole.some(([, part]) => !part || !query.sql.includes(`"${part}" as (`)))
    throw new Error(`The prepared statement ${name} must name the columns of its tables`);
  return { ...query, sql: markedAs(name, query.sql) };
}

function slotsOf(values: object, path: string[]): object {
  const slots = Object.entries(values).map(([name, value]) => {
    const at = [...path, name];
    return [name, isPlain(value) ? slotsOf(value, at) : new Slot(at)];
  });
  return Object.fromEntries(slots);
}

const isPlain = (value: unknown): value is object =>
  typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** A `build` that looks at its values is found by every test that asks its statement. */
function assertSame(kept: CompiledQuery, fresh: CompiledQuery): void {
  const isSame =
    kept.sql === fresh.sql &&
    kept.parameters.length === fresh.parameters.length &&
    kept.parameters.every((each, index) => Object.is(each ?? null, fresh.parameters[index] ?? null));
  if (!isSame) throw new Error(`A prepared statement depends on its values:\n${kept.sql}\n${fresh.sql}`);
}
