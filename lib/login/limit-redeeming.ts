/** How often one source may try to have a login redeemed: guessing tokens is counted like guessing codes. */
import { limitsOfProofsFrom } from "@/lib/accounts/door-limits";
import { refusedUnseen } from "@/lib/accounts/refused-unseen";
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
  const gate = await spendingGate(limitsOfProofsFrom(visitor));
  const ifClosed = await refusedUnseen(refusedLogin("too-many", visitor), gate, visitor);
  const until = await passGate(database(), tokenDigests(token ?? ""), gate, ifClosed);
  return until ? refuse("too-many", { until }) : ok();
}
