/** The connections of those beside us: as many as ours, and kept as long. */
import pg from "pg";

/** A pool of the database at `connectionString`. */
export const poolLikeOurs = (connectionString: string | undefined) =>
  new pg.Pool({
    connectionString,
    max: 10,
    // As long as ours. Else a side whose turn comes late would open its connections, and plan its statements, anew.
    idleTimeoutMillis: 300_000,
  });
