/** The post goes out: what waits in the queue is done, and the links in the letters are followed. */
import { jobHandlers } from "@/lib/jobs/handlers";
import { minutes } from "@/lib/kernel/duration";
import { drain } from "@/lib/mail/worker";
import { linkFor } from "./mailbox";

/** Does every job that waits; returns how many there were. */
export function deliverPost(): Promise<number> {
  return drain(jobHandlers, minutes(1));
}

/** The token of the link in the newest letter to `address`. */
export function tokenFor(address: string): string {
  return linkFor(address).searchParams.get("token") ?? "";
}
