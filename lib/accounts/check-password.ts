/** Checks a password. Wrong address, wrong password, no password yet and deactivated take the same work and answer alike. */
import { recordEvent } from "@/lib/audit/record-event";
import { database } from "@/lib/database/connection";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import type { Visitor } from "@/lib/kernel/visitor";
import { sourceOf } from "@/lib/throttle/limit";
import { type Counted, spendLimits, type TooMany } from "@/lib/throttle/spend-limits";
import { hashPassword, needsRehash, passwordMatches } from "./password-hash";
import { findCredentials, findCredentialsById, replaceHash } from "./queries";

/** An account whose password was right just now, with the facts that decide on its second step. */
export type Account = Omit<
  NonNullable<Awaited<ReturnType<typeof findCredentials>>>,
  "passwordHash" | "status" | "knownBrowser"
> & {
  /** What this attempt was counted for, to be forgiven together with what the right password leads to. */
  counted: Counted[];
};

type Found = NonNullable<Awaited<ReturnType<typeof findCredentials>>>;

export type PasswordCheck = Result<Account, { code: "wrong-credentials" } | TooMany>;

/** The account that `email` and `password` belong to. The refusal does not say which of the two was wrong. */
export async function checkPassword(
  email: string,
  password: string,
  visitor: Visitor,
): Promise<PasswordCheck> {
  const found = await findCredentials(database(), email, visitor.browserToken);
  return check(found, email.trim().toLowerCase(), password, visitor);
}

/** The same for a user who is known already, before a sensitive act. */
export async function checkOwnPassword(
  userId: string,
  password: string,
  visitor: Visitor,
): Promise<PasswordCheck> {
  const found = await findCredentialsById(database(), userId, visitor.browserToken);
  return check(found, userId, password, visitor);
}

async function check(
  found: Found | undefined,
  account: string,
  password: string,
  visitor: Visitor,
): Promise<PasswordCheck> {
  // Before the hash is computed, and alike for addresses that nobody has.
  const counted = countedFor(found?.knownBrowser ?? null, account, visitor);
  const allowed = await spendLimits(counted);
  if (!allowed.ok) {
    await recordRefusal(found, visitor, "too-many");
    return allowed;
  }
  const matched = await passwordMatches(password, found?.passwordHash ?? null);
  if (!found || !matched || found.status !== "active") {
    await recordRefusal(
      found,
      visitor,
      !found ? "unknown-address" : matched ? "deactivated" : "wrong-password",
    );
    return refuse("wrong-credentials");
  }
  const { passwordHash, status: _, knownBrowser: __, ...right } = found;
  if (passwordHash && needsRehash(passwordHash)) {
    await replaceHash(database(), found.id, passwordHash, await hashPassword(password));
  }
  return ok({ ...right, counted });
}

/** Guesses from elsewhere count together; a browser that has logged in before counts for itself and is not slowed by them. */
function countedFor(knownBrowser: string | null, account: string, visitor: Visitor): Counted[] {
  const source = sourceOf(visitor.address);
  return [
    { limit: "password-per-account", of: `${account} in ${knownBrowser ?? "unknown browsers"}` },
    { limit: "login-per-address-and-minute", of: source },
    { limit: "login-per-address-and-hour", of: source },
  ];
}

function recordRefusal(found: Found | undefined, visitor: Visitor, reason: string): Promise<void> {
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
