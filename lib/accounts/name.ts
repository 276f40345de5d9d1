/** Names of people, organisations and teams: one rule, whoever gives them. */

/** As long as a name may be; longer ones exist, but tables and letters must hold it. */
export const longestName = 100;

/**
 * Whether `value`, without the space around it, can be a name. Control characters forge lines in letters and logs;
 * those that turn the direction of writing make what stands after the name read backwards (UAX #9, 3.1.2).
 */
export function isName(value: string): boolean {
  return (
    value.length >= 1 && value.length <= longestName && /^[^\p{Cc}\u202A-\u202E\u2066-\u2069]+$/u.test(value)
  );
}
