/** Since when codes by e-mail are on, for every statement that joins `users`: confirmed, or turned on again later. */
import { sql } from "kysely";

export const emailOnSince =
  sql<Date | null>`greatest(users.email_confirmed_at, users.email_method_enabled_at)`.as("emailOnSince");
