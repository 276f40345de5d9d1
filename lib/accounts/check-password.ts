/** Checks a password. Wrong address, wrong password, no password yet and deactivated take the same work and answer alike. */
import type { Reason } from "@/lib/audit/reason";
import { recordEvent } from "@/lib/audit/record-event";
import { database } from "@/lib/database/connection";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import type { Visitor } from "@/lib/kernel/visitor";
import { browserDigests } from "@/lib/sessions/known-browser";
import { type Counted, spendingGateBy, spendLimits, type TooMany } from "@/lib/throttle/spend-limits";
import { limitsOfPasswordFrom, limitsOfRecording } from "./door-limits";
import { normalAddress, sameAddress } from "./email-address";
import { hashPassword, needsRehash, passwordMatches } from "./password-hash";
import { replaceHash } from "./password-queries";
import { type Credentials, findCredentialsAtGate, findCredentialsById } from "./queries";

/** An account whose password was right just now, with the facts that decide on its second step. */
export type Account = Omit<Credentials, "passwordHash" | "status"> & {
  /** What the password is right for. Whatever follows from it holds only while this is what is stored. */
  passwordHash: string;
  /** What this attempt was counted for: forgiven of the account with this password, of the source with the whole login. */
  counted: Counted[];
};

export type PasswordCheck = Result<Account, { code: "wrong-credentials" } | TooMany>;

/** The account that `email` and `password` belong to. The refusal does not say which of the two was wrong. */
export async function checkPassword(
  email: string,
  password: string,
  visitor: Visitor,
): Promise<PasswordCheck> {
  const normal = normalAddress(email);
  return check({ normalEmail: normal }, normal, password, visitor);
}

/** The same for a user who is known already, before a sensitive act. */
export async function checkOwnPassword(
  userId: string,
  password: string,
  visitor: Visitor,
): Promise<PasswordCheck> {
  return check({ userId }, userId, password, visitor);
}

async function check(
  whom: { normalEmail: string } | { userId: string },
  account: string,
  password: string,
  visitor: Visitor,
): Promise<PasswordCheck> {
  // Counted before the hash is computed, and alike for addresses that nobody has.
  const browsers = browserDigests(visitor.browserToken);
  const counting = (knownBrowser: string | null) => countedFor(knownBrowser, account, visitor);
  const { gate, afterwards } = spendingGateBy(browsers, counting);
  const { found, knownBrowser, ...first } = await findCredentialsAtGate(database(), whom, browsers, gate);
  const until = await afterwards(knownBrowser, first.until);
  if (until) {
    if ((await spendLimits(limitsOfRecording("password", visitor, account))).ok)
      await recordRefusal(found, visitor, "too-many");
    return refuse("too-many", { until });
  }
  const stored = found?.passwordHash ?? null;
  const matched = await passwordMatches(password, stored);
  if (!found || !stored || !matched || found.status !== "active") {
    await recordRefusal(
      found,
      visitor,
      !found ? "unknown-address" : matched ? "deactivated" : "wrong-password",
    );
    return refuse("wrong-credentials");
  }
  const passwordHash = needsRehash(stored) ? await renewHash(found.id, password, stored) : stored;
  const { status: _, ...right } = found;
  return ok({ ...right, passwordHash, counted: counting(knownBrowser) });
}

/** Makes the hash of a right password anew, and returns what is stored then. */
async function renewHash(userId: string, password: string, former: string): Promise<string> {
  const renewed = await hashPassword(password);
  if (await replaceHash(database(), userId, former, renewed)) return renewed;
  // Another login of this moment was quicker; or it is another password by now, for which `former` opens nothing.
  const present = (await findCredentialsById(database(), userId))?.passwordHash ?? null;
  return present && (await passwordMatches(password, present)) ? present : former;
}

/**
 * Refuses a password that was right when it was checked; before anything came of it, it was changed, or the address, or its
 * user was deactivated.
 */
export async function refuseOutdated(
  account: Account,
  visitor: Visitor,
): Promise<{ ok: false; code: "wrong-credentials" }> {
  const present = await findCredentialsById(database(), account.id);
  await recordRefusal(account, visitor, outdatedBecause(account, present));
  return refuse("wrong-credentials");
}

function outdatedBecause(account: Account, present: Credentials | undefined): Reason {
  if (present?.status !== "active") return "deactivated";
  return sameAddress(present.email, account.email) ? "wrong-password" : "unknown-address";
}

/** Guesses from elsewhere count together; a browser that has logged in before counts for itself and is not slowed by them. */
function countedFor(knownBrowser: string | null, account: string, visitor: Visitor): Counted[] {
  return [
    { limit: "password-per-account", of: `${account} in ${knownBrowser ?? "unknown browsers"}` },
    ...limitsOfPasswordFrom(visitor.address),
  ];
}

function recordRefusal(
  found: Pick<Credentials, "id" | "organisationId"> | undefined,
  visitor: Visitor,
  reason: Reason,
): Promise<void> {
  return recordEvent(database(), {
    event: "password.refused",
    result: "failure",
    organisationId: found?.organisationId ?? null,
    actorId: null,
    targetId: found?.id ?? null,
    method: "password",
    visitor,
    reason,
  });
}
