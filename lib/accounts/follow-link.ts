/** Follows mailed links, for one use: those that do not open are refused, and of whom each was is written down. */
import type { AuditEvent, AuditEventName } from "@/lib/audit/event";
import type { Reason } from "@/lib/audit/reason";
import { recordEvent } from "@/lib/audit/record-event";
import { database } from "@/lib/database/connection";
import { now } from "@/lib/kernel/clock";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import type { Visitor } from "@/lib/kernel/visitor";
import { spendingGate, type TooMany } from "@/lib/throttle/spend-limits";
import { limitsOfProofsFrom } from "./door-limits";
import { sameAddress } from "./email-address";
import { type EmailTokenPurpose, type EmailTokenState, tokenState } from "./email-token";
import { type EmailToken, findEmailToken, findEmailTokenAtGate } from "./email-token-queries";
import { refusedUnseen } from "./refused-unseen";

/** Why a link does not open: `unknown` also for addresses changed since and users who were deactivated. */
export type LinkEnd = "unknown" | Exclude<EmailTokenState, "open">;

/** One that was used, and when. */
export type UsedLink = { code: "used"; usedAt: Date };

/** What links are for; `needless` says why there may be nothing left to do, whatever became of the link itself. */
export type Links<Needless extends Reason = never> = {
  purpose: EmailTokenPurpose;
  needless?: (link: EmailToken) => Needless | undefined;
};

/** Whom a link was mailed to, and their address as it is written now. */
export type LinkOwner = { userId: string; email: string };

export const ownerOf = ({ userId, currentEmail }: EmailToken): LinkOwner => ({ userId, email: currentEmail });

/**
 * The link behind `token`, if it is open now; looking spends nothing, because mail scanners open links. Of one that was
 * used it tells when.
 */
export async function lookAtLink<Needless extends Reason = never>(
  links: Links<Needless>,
  token: string,
): Promise<Result<EmailToken, { code: Exclude<LinkEnd, "used"> | Needless } | UsedLink>> {
  const found = await findEmailToken(database(), links.purpose, token);
  const link = judge(links, found);
  if (link.ok) return link;
  const { code } = link;
  if (code === "used" && found?.usedAt) return refuse("used", { usedAt: found.usedAt });
  return refuse(code as Exclude<typeof code, "used">);
}

/** The same for one that is to be used: counted for the `visitor`'s source, and a refusal is recorded. */
export async function followLink<Needless extends Reason = never>(
  links: Links<Needless>,
  token: string,
  visitor: Visitor,
): Promise<Result<EmailToken, { code: LinkEnd | Needless } | TooMany>> {
  const gate = await spendingGate(limitsOfProofsFrom(visitor));
  const refused = refusedLink(links.purpose, undefined, "too-many", visitor);
  const ifClosed = await refusedUnseen(refused, gate, visitor);
  const { found, until } = await findEmailTokenAtGate(database(), links.purpose, token, gate, ifClosed);
  if (until) return refuse("too-many", { until });
  const link = judge(links, found);
  if (!link.ok) await recordEvent(database(), refusedLink(links.purpose, found, link.code, visitor));
  return link;
}

/** Refuses a link that was open a moment ago, by what it is now. */
export async function refuseOvertaken<Needless extends Reason = never>(
  links: Links<Needless>,
  token: string,
  visitor: Visitor,
): Promise<{ ok: false; code: LinkEnd | Needless }> {
  const found = await findEmailToken(database(), links.purpose, token);
  const link = judge(links, found);
  const code = link.ok ? "used" : link.code;
  await recordEvent(database(), refusedLink(links.purpose, found, code, visitor));
  return refuse(code);
}

function judge<Needless extends Reason>(
  { needless }: Links<Needless>,
  found: EmailToken | undefined,
): Result<EmailToken, { code: LinkEnd | Needless }> {
  if (found?.status !== "active" || !sameAddress(found.email, found.currentEmail)) return refuse("unknown");
  const why = needless?.(found);
  if (why) return refuse(why);
  const state = tokenState(found, now());
  return state === "open" ? ok(found) : refuse(state);
}

const refusals = {
  activation: "activation.refused",
  "password-reset": "password.reset-refused",
} satisfies Record<EmailTokenPurpose, AuditEventName>;

/** About the account that the link was for, where there is one; who opened it is known of nobody. */
function refusedLink(
  purpose: EmailTokenPurpose,
  found: EmailToken | undefined,
  reason: Reason,
  visitor: Visitor,
): AuditEvent {
  return {
    event: refusals[purpose],
    result: "failure",
    organisationId: found?.organisationId ?? null,
    actorId: null,
    targetId: found?.userId ?? null,
    visitor,
    reason,
  };
}
