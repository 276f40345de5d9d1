/** Tells a service that is away for a while, the database or the counters, from a fault of our own. */

/** What sockets say (Node's system errors) when nobody answers at the other end, or stops to. */
const socketCodes = new Set([
  ...["ECONNREFUSED", "ECONNRESET", "ECONNABORTED", "EPIPE", "ETIMEDOUT"],
  ...["EHOSTUNREACH", "ENETUNREACH", "ENOTFOUND", "EAI_AGAIN"],
]);

/** What Node says of a certificate that nobody vouches for, as of one that has run out. */
const tlsTroubles = /^(ERR_TLS_|ERR_SSL_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;

/**
 * SQLSTATE: connection exceptions, a database that takes no writes because another one has its place, a password that is not
 * taken any more, a database that is not there, one of two changes that wait for each other, no disk, memory or connection
 * left, a server that starts, stops or takes none (55000), and what took or waited longer than an operator lets it.
 */
const sqlStates = /^(08...|25006|28...|3D000|40P01|53...|55000|55P03|57014|57P0[1-4])$/;

/** What pg, @vercel/postgres and the Redis client throw without a code. */
const sentences =
  /connection terminated|not queryable|does not support SSL connections|timeout exceeded when trying to connect|client is offline|disconnects client|socket closed unexpectedly|the client is closed|^connect E[A-Z]+ /i;

/**
 * How Redis begins what it says while it takes no writes: it is full, starts, follows another one, or cannot save; or none
 * of ours, because it does not take the password of REDIS_URL.
 */
const takesNone = /^(OOM|LOADING|READONLY|MISCONF|WRONGPASS|NOAUTH|NOPERM) /;

/** How deep libraries wrap what they caught. */
const deepest = 5;

/** Whether `error`, or what caused it, says that a service cannot be reached: to be answered 503 (ASVS 5.0, 16.5.2). */
export function isUnavailable(error: unknown, depth = 0): boolean {
  if (typeof error !== "object" || error === null || depth > deepest) return false;
  const { code, message, cause, err, errors } = error as Record<string, unknown>;
  if (typeof code === "string" && (socketCodes.has(code) || sqlStates.test(code) || tlsTroubles.test(code)))
    return true;
  if (typeof message === "string" && (sentences.test(message) || takesNone.test(message))) return true;
  const inside = [cause, err, ...(Array.isArray(errors) ? errors : [])];
  return inside.some((each) => isUnavailable(each, depth + 1));
}
