/** How an account is found by its address, as a part of every statement that does. */
import { sql } from "kysely";

/** By the normal form: that of what is stored is its lower case (`storedAddress`). */
export const hasEmail = (normal: string) => sql<boolean>`lower(users.email) = ${normal}::text`;
