/**
 * A client of `pg` that tells Postgres to keep the plans of marked statements. Kysely hands nothing but a text to it, so
 * the mark is a comment at its beginning; logs and `pg_stat_activity` show it, too.
 */
import type pg from "pg";

/** `text`, marked as the prepared statement `name`. */
export const markedAs = (name: string, text: string) => `/* prepared: ${name} */ ${text}`;

const mark = /^\/\* prepared: ([a-z0-9-]+) \*\//;

/** `Client`, which asks what is marked by its name: Postgres then reads and plans it once a connection. */
export function preparing(Client: typeof pg.Client): typeof pg.Client {
  return class extends Client {
    // Of its many ways to be asked, Kysely uses one.
    override query(...asked: never[]): never {
      const [text, values] = asked;
      const name = typeof text === "string" ? mark.exec(text)?.[1] : undefined;
      const query = super.query as (...all: unknown[]) => never;
      return name ? query.call(this, { name, text, values }) : query.apply(this, asked);
    }
  };
}
