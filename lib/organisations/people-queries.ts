/** Finds whom somebody means who types a name or an address into another list than that of the users. */
import { normalAddress } from "@/lib/accounts/email-address";
import { hasEmail } from "@/lib/accounts/email-address-parts";
import type { Database } from "@/lib/database/connection";
import { visibleUsers } from "./shown-users-queries";
import { searchParts } from "./user-search-queries";
import type { Reach } from "./visibility";

/** The ids of up to `most` users within `reach` whom `term` finds. A whole address means its owner and nobody else. */
export async function findPeople(on: Database, reach: Reach, term: string, most: number): Promise<string[]> {
  const visible = visibleUsers(on, reach).select("users.id");
  const owner = await visible.where(hasEmail(normalAddress(term))).executeTakeFirst();
  if (owner) return [owner.id];
  // One by one, as each has an index of its own.
  const parts = await Promise.all(
    Object.values(searchParts(term)).map((part) => visible.where(part).limit(most).execute()),
  );
  return [...new Set(parts.flat().map(({ id }) => id))].slice(0, most);
}
