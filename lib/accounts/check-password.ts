/** Checks a password. Wrong address, wrong password, no password yet and deactivated take the same work and answer alike. */
import { recordEvent } from "@/lib/audit/record-event";
import { database } from "@/lib/database/connection";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import type { Visitor } from "@/lib/kernel/visitor";
import { hashPassword, needsRehash, passwordMatches } from "./password-hash";
import { findCredentials, findCredentialsById, replaceHash } from "./queries";

/** An account whose password was right just now, with the facts that decide on its second step. */
export type Account = Omit<
  NonNullable<Awaited<ReturnType<typeof findCredentials>>>,
  "passwordHash" | "status"
>;

type Found = NonNullable<Awaited<ReturnType<typeof findCredentials>>>;

/** The account that `email` and `password` belong to. The refusal does not say which of the two was wrong. */
export async function checkPassword(
  email: string,
  password: string,
  visitor: Visitor,
): Promise<Result<Account, { code: "wrong-credentials" }>> {
  return check(await findCredentials(database(), email), password, visitor);
}

/** The same for a user who is known already, before a sensitive act. */
export async function checkOwnPassword(
  userId: string,
  password: string,
  visitor: Visitor,
): Promise<Result<Account, { code: "wrong-credentials" }>> {
  return check(await findCredentialsById(database(), userId), password, visitor);
}

async function check(
  found: Found | undefined,
  password: string,
  visitor: Visitor,
): Promise<Result<Account, { code: "wrong-credentials" }>> {
  const matched = await passwordMatches(password, found?.passwordHash ?? null);
  if (!found || !matched || found.status !== "active") {
    await recordEvent(database(), {
      event: "password.refused",
      result: "failure",
      organisationId: found?.organisationId ?? null,
      actorId: null,
      targetId: found?.id ?? null,
      method: "password",
      visitor,
      reason: !found ? "unknown-address" : matched ? "deactivated" : "wrong-password",
    });
    return refuse("wrong-credentials");
  }
  const { passwordHash, status: _, ...account } = found;
  if (passwordHash && needsRehash(passwordHash)) {
    await replaceHash(database(), found.id, passwordHash, await hashPassword(password));
  }
  return ok(account);
}
