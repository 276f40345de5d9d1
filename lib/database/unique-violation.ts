/** Tells "somebody else was faster with that name" from every other fault of a write. */

/** SQLSTATE unique_violation (PostgreSQL manual, appendix A); every driver passes it on. */
const uniqueViolation = "23505";

/** Whether `error` is the database refusing a second row with the same value in the unique `index`. */
export function isTakenIn(index: string, error: unknown): boolean {
  return (
    error instanceof Error &&
    "code" in error &&
    error.code === uniqueViolation &&
    "constraint" in error &&
    error.constraint === index
  );
}
