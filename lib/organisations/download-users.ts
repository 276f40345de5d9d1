/** Writes the users that a view shows as CSV: all of its pages, a thousand users at a time, so that memory stays flat. */
import { recordEvent } from "@/lib/audit/record-event";
import { database } from "@/lib/database/connection";
import { type CsvColumns, csvOf } from "@/lib/kernel/csv";
import { actedBy, type FreshActor } from "@/lib/sessions/actor";
import type { Permitted } from "./permission";
import { getSettings } from "./settings-queries";
import type { Shown } from "./shown-users-queries";
import { listTeams } from "./team-queries";
import type { ListedUser } from "./user";
import { countShown, listShown } from "./user-list-queries";
import type { Start } from "./user-place-queries";
import type { UserSort, UserView } from "./user-view";
import { reachOf } from "./visibility";

/** How many users are read at a time. */
const portion = 1_000;

/**
 * The file, which is read from the database as it is taken off. The audit log knows of it before its first piece,
 * because it takes people's data out of the product.
 */
export async function downloadUsers(
  by: Permitted<"users.view"> & FreshActor,
  { filter, sort }: UserView,
  columns: CsvColumns<ListedUser>,
): Promise<AsyncGenerator<string>> {
  const { allowedMethods: allowed } = await getSettings(database(), by.organisationId);
  const reach = reachOf(by);
  // With its name: by the id alone people would read in the log that everybody was taken out.
  const team = filter.team && (await listTeams(database(), reach)).find(({ id }) => id === filter.team);
  await recordEvent(database(), {
    event: "users.exported",
    result: "success",
    ...actedBy(by),
    detail: { ...filter, ...(team && { team }), sort },
  });
  return csvOf(columns, readShown({ reach, filter, allowed }, sort));
}

/** A portion at a time, from where the one before it ended. */
async function* readShown(shown: Shown, sort: UserSort): AsyncGenerator<ListedUser[]> {
  const { isMore: isOfMany } = await countShown(database(), shown);
  let start: Start | undefined;
  do {
    const users = await listShown(database(), shown, { sort, start, limit: portion, isOfMany });
    yield users;
    const last = users.at(-1);
    start =
      last && users.length === portion ? { side: "after", id: last.id, value: last.sortedBy } : undefined;
  } while (start);
}
