/** Who added somebody, as they are called today: what an activation e-mail says, whenever and by whomever it is sent. */
import { sql } from "kysely";

/** `invitedBy` of the row of `users` in the query; null where nobody added them, or nobody knows. */
export const adderName = sql<
  string | null
>`(select adder.name from users as adder where adder.id = users.added_by)`.as("invitedBy");
