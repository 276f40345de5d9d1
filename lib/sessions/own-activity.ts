/** Tells people what has happened to their own account, so that they notice what was not them. */
import { listEventsAbout } from "@/lib/audit/list-events";
import type { ListedEvent } from "@/lib/audit/listed-event";
import type { Actor } from "./actor";

/** As far back as anybody scrolls. */
const newest = 20;

/** The newest events about one's own account, newest first. */
export function listOwnActivity(by: Actor): Promise<ListedEvent[]> {
  return listEventsAbout(by.userId, newest);
}
