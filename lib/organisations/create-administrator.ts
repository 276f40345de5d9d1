/** Makes an organisation's Administrator from the command line: the first person of a new installation. */
import { type PasswordRefusal, weaknessOf } from "@/lib/accounts/password";
import { hashPassword } from "@/lib/accounts/password-hash";
import { recordEvent } from "@/lib/audit/record-event";
import { inTransaction } from "@/lib/database/transaction";
import { now } from "@/lib/kernel/clock";
import { randomId } from "@/lib/kernel/random";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { findOrMakeOrganisation, insertConfirmedAdministrator } from "./first-administrator-queries";

export type NewAdministrator = { organisation: string; name: string; email: string; password: string };

/** The user, and the organisation as it is called, which may be other than it was typed. */
type Made = { userId: string; organisation: string };

/**
 * Adds a confirmed Administrator to `organisation`, which is made when there is none of that name.
 * Refuses an address that is in use and a password that `weaknessOf` refuses; then nothing is made.
 */
export async function createAdministrator({
  organisation,
  name,
  email,
  password,
}: NewAdministrator): Promise<Result<Made, { code: "email-taken" } | PasswordRefusal>> {
  const weakness = weaknessOf(password, [organisation, name, email]);
  if (weakness) return refuse(weakness);
  const passwordHash = await hashPassword(password);
  const userId = randomId();

  return inTransaction(async (trx): Promise<Result<Made, { code: "email-taken" }>> => {
    const { id: organisationId, name: called } = await findOrMakeOrganisation(trx, organisation);
    const made = await insertConfirmedAdministrator(trx, {
      userId,
      organisationId,
      name,
      email,
      passwordHash,
      at: now(),
    });
    if (!made) return refuse("email-taken");
    await recordEvent(trx, {
      event: "user.added",
      result: "success",
      organisationId,
      actorId: null,
      targetId: userId,
      reason: "command-line",
    });
    return ok({ userId, organisation: called });
  });
}
