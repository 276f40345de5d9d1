/** Tells whom a sending would reach, and how one that was started stands. */
import { database } from "@/lib/database/connection";
import { isId } from "@/lib/kernel/id";
import type { Permitted } from "./permission";
import {
  placeText,
  type RecipientState,
  readPlaceText,
  recipientStates,
  type Sending,
  type SendingPreview,
  type SendingProgress,
  type Unseen,
} from "./sending";
import { countPreview } from "./sending-preview-queries";
import {
  countProgress,
  countUnseen,
  findRunningSending,
  findSending,
  listResults,
  type SendingResult,
} from "./sending-progress-queries";
import { getSettings } from "./settings-queries";
import type { UserFilter } from "./user-view";
import { reachOf } from "./visibility";

/** How many results a page shows. */
export const resultsOnPage = 50;

/** The exact numbers for `filter` at `seenAt`, and a sending that is under way. */
export async function previewSending(
  by: Permitted<"users.invite">,
  filter: UserFilter,
  seenAt: Date,
): Promise<SendingPreview & { running: string | null }> {
  const reach = reachOf(by);
  const { allowedMethods: allowed } = await getSettings(database(), by.organisationId);
  const preview = await countPreview(database(), { reach, filter, allowed }, seenAt);
  return { ...preview, running: (await findRunningSending(database(), reach)) ?? null };
}

/** What results are looked for: one state, or all; after a place (see `placeText`), or from the beginning. */
export type ResultView = { state: Exclude<RecipientState, "sending"> | null; after: string | null };

export type SendingDescription = {
  sending: Sending;
  progress: SendingProgress;
  /** Who is in these numbers and not in the results, because they are out of reach by now. */
  unseen: Unseen;
  results: SendingResult[];
  /** The place after which the next page begins, or null. */
  next: string | null;
};

/** How the sending `id` stands; undefined for one that is unknown or somebody else's. */
export async function describeSending(
  by: Permitted<"users.invite">,
  id: string,
  { state, after }: ResultView,
): Promise<SendingDescription | undefined> {
  const reach = reachOf(by);
  const sending = isId(id) ? await findSending(database(), reach, id) : undefined;
  if (!sending) return undefined;
  const states = recipientStates.filter((each) => !state || state === shownAs(each));
  const [progress, unseen, rows] = await Promise.all([
    countProgress(database(), id),
    countUnseen(database(), reach, id),
    listResults(database(), reach, id, { states, after: readPlaceText(after), limit: resultsOnPage + 1 }),
  ]);
  const results = rows.slice(0, resultsOnPage);
  const last = results.at(-1);
  return {
    sending,
    progress,
    unseen,
    results,
    next: rows.length > resultsOnPage && last ? placeText(last) : null,
  };
}

/** To a person, a row that a worker has taken still waits. */
function shownAs(state: RecipientState): Exclude<RecipientState, "sending"> {
  return state === "sending" ? "waiting" : state;
}
