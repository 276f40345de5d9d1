/** Ids of rows as they come back in addresses and forms: anything else is as unknown as an id that was never given. */

/**
 * Whether `value` is written as an id (a UUID), so that a database can be asked for it. In small letters, as every id is
 * given out: to a database one in capitals is the same, and to a comparison it is somebody else.
 */
export function isId(value: unknown): value is string {
  return typeof value === "string" && /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/.test(value);
}
