/** Opens a pending login: the password was right, and the second step begins. */
import { limitsOfCodesTo, limitsOfSecondStepOf } from "@/lib/accounts/door-limits";
import type { AuditEvent } from "@/lib/audit/event";
import { eventNow } from "@/lib/audit/record-event";
import { database } from "@/lib/database/connection";
import { after, now } from "@/lib/kernel/clock";
import { randomId, randomToken } from "@/lib/kernel/random";
import { type Result, refuse } from "@/lib/kernel/result";
import type { Visitor } from "@/lib/kernel/visitor";
import type { MailRefusal } from "@/lib/mail/send-letter";
import { onOneself } from "@/lib/sessions/actor";
import {
  type Counted,
  forgiving,
  ofAccounts,
  spendingGateBehind,
  type TooMany,
} from "@/lib/throttle/spend-limits";
import type { CheckedOwner } from "./checked-owner-parts";
import type { ProofMethod } from "./method";
import { insertPendingLogin, insertPendingLoginWithCode, insertProvenLogin } from "./opening-queries";
import { type PendingLogin, pendingLoginLife, sendsPerLogin, triesPerLogin } from "./pending-login";
import { tokenDigest } from "./pending-login-token";
import { undeliveredCode } from "./record-second-step";
import { type CodeReader, newCode, type SentCode, sendCode } from "./send-code";

export type PendingLoginOpening = CheckedOwner & {
  organisationId: string;
  purpose: PendingLogin["purpose"];
  /** The session that a step-up renews. */
  sessionId: string | null;
  returnTo: string;
  /** What can prove the second step; none means that the password alone opens the door. */
  proofs: ProofMethod[];
  /** Whom a code by e-mail goes to. */
  owner: Pick<CodeReader, "organisationName" | "email" | "language">;
  /** What the password was counted for. */
  counted: Counted[];
  visitor: Visitor;
};

export type OpenedPendingLogin = {
  /** 256 bits, of which only a digest is stored. */
  token: string;
  /** What became of the code that was sent at once, where e-mail is the only method. */
  firstCode: Result<SentCode, MailRefusal | TooMany> | null;
};

/**
 * Writes the pending login of whose password was right, with that event, and takes back what the password was counted
 * for: all of it where the password opens the door, else that of the account alone. The source gets its attempt back
 * with the second step: somebody with a stolen password must not try it as often as they like. Where nothing is to be
 * chosen, a code by e-mail is sent at once. Undefined, and nothing written, when the password or the address was changed
 * or its user deactivated since it was checked.
 */
export async function openPendingLogin(
  opening: PendingLoginOpening,
): Promise<OpenedPendingLogin | undefined> {
  const token = randomToken();
  const at = now();
  const { userId, organisationId, passwordHash, normalEmail, visitor, proofs } = opening;
  const isProven = proofs.length === 0;
  const { part: forgiven, afterwards } = forgiving(isProven ? opening.counted : ofAccounts(opening.counted));
  const [only, ...others] = proofs;
  const first = only === "email" && others.length === 0 ? await firstChallenge(userId, at) : null;
  const pending = {
    id: randomId(),
    tokenDigest: tokenDigest(token),
    userId,
    organisationId,
    purpose: opening.purpose,
    returnTo: opening.returnTo,
    sessionId: opening.sessionId,
    createdAt: at,
    expiresAt: after(at, pendingLoginLife),
    triesLeft: triesPerLogin,
    sendsLeft: sendsPerLogin,
    ...(isProven
      ? ({ verifiedBy: "password", verifiedAt: at } as const)
      : { verifiedBy: null, verifiedAt: null }),
    address: visitor.address,
    userAgent: visitor.userAgent,
  };
  const owner = { userId, passwordHash, normalEmail };
  const written = { pending, owner, event: eventNow(passwordAccepted(opening)), forgiven };
  if (!first) {
    const insert = isProven ? insertProvenLogin : insertPendingLogin;
    const [opened] = await insert(database(), written);
    if (!opened) return undefined;
    await afterwards();
    return { token, firstCode: null };
  }
  const { challenge, gate } = first;
  const ifClosed = eventNow(undeliveredCode(opening, "too-many", visitor));
  const [opened] = await insertPendingLoginWithCode(database(), { ...written, challenge, gate, ifClosed });
  if (!opened?.isOpened) return undefined;
  await afterwards();
  if (opened.until) return { token, firstCode: refuse("too-many", { until: opened.until }) };
  const { expiresAt } = pending;
  const to = { ...opening.owner, pendingLoginId: pending.id, userId, organisationId, expiresAt };
  return {
    token,
    firstCode: await sendCode(to, first, visitor),
  };
}

/**
 * Counted for the account alone: it comes with a right password, of an office behind one address, too. None is sent while
 * wrong answers keep the account closed, because it would not count.
 */
async function firstChallenge(userId: string, at: Date) {
  const counted = limitsOfCodesTo(userId);
  return { ...newCode(at), counted, gate: await spendingGateBehind(limitsOfSecondStepOf(userId), counted) };
}

/** What is recorded when the password of `userId` was right. */
export function passwordAccepted(of: {
  userId: string;
  organisationId: string;
  visitor: Visitor;
}): AuditEvent {
  return {
    event: "password.accepted",
    result: "success",
    ...onOneself(of),
    method: "password",
  };
}
