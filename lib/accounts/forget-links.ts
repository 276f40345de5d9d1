/** Forgets mailed links, and browsers in which nobody has logged in for long. */
import { database } from "@/lib/database/connection";
import { before, now } from "@/lib/kernel/clock";
import { days } from "@/lib/kernel/duration";
import { deleteBrowsers, deleteEmailTokens } from "./retention-queries";

/** Until then a link that has run out says so, instead of being unknown. */
export const linksKeptFor = days(30);
/** Longer than the year for which a browser keeps its token. */
export const browsersKeptFor = days(400);

/** Deletes up to `limit` links that ran out longer ago; returns how many. */
export function forgetLinks(limit: number): Promise<number> {
  return deleteEmailTokens(database(), before(now(), linksKeptFor), limit);
}

/** Deletes up to `limit` browsers that were not seen for longer; returns how many. */
export function forgetBrowsers(limit: number): Promise<number> {
  return deleteBrowsers(database(), before(now(), browsersKeptFor), limit);
}
