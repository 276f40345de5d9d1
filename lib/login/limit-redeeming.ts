/** How often one source may try to have a login redeemed: guessing tokens is counted like guessing codes. */
import { limitsOfProofsFrom } from "@/lib/accounts/door-limits";
import { eventNow } from "@/lib/audit/record-event";
import { database } from "@/lib/database/connection";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import type { Visitor } from "@/lib/kernel/visitor";
import { spendingGate, type TooMany } from "@/lib/throttle/spend-limits";
import { tokenDigests } from "@/lib/two-factor/pending-login-token";
import { passGate } from "./gate-queries";
import { refusedLogin } from "./refused-login";

/** Counts one attempt of a browser whose pending login, if it has one, is behind `token`. */
export async function limitRedeeming(
  token: string | null,
  visitor: Visitor,
): Promise<Result<undefined, TooMany>> {
  const event = eventNow(refusedLogin("too-many", visitor));
  const gate = await spendingGate(limitsOfProofsFrom(visitor));
  const until = await passGate(database(), tokenDigests(token ?? ""), gate, event);
  return until ? refuse("too-many", { until }) : ok();
}
