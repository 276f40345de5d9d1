/** Lists the browsers in which somebody has logged in before. */
import { database } from "@/lib/database/connection";
import type { Actor } from "@/lib/sessions/actor";
import { browserDigests } from "@/lib/sessions/known-browser";
import { type KnownBrowser, listKnownBrowsers } from "./browser-queries";

/** Whoever clears their cookies each day has hundreds: the ones used last are those that they may remember. */
const mostListed = 20;

/** One's own, last used first, the present one marked. */
export async function listOwnBrowsers(by: Actor): Promise<(KnownBrowser & { isThisOne: boolean })[]> {
  const present = browserDigests(by.visitor.browserToken);
  const rows = await listKnownBrowsers(database(), by.userId, mostListed);
  return rows.map(({ digest, ...browser }) => ({ ...browser, isThisOne: present.includes(digest) }));
}
