/** Begins the enrolment of an authenticator. Nothing about an active one changes until the new code is right. */
import { recordEvent } from "@/lib/audit/record-event";
import { database } from "@/lib/database/connection";
import { inTransaction } from "@/lib/database/transaction";
import { after, holds, now } from "@/lib/kernel/clock";
import { minutes } from "@/lib/kernel/duration";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { type Actor, type FreshActor, onOneself } from "@/lib/sessions/actor";
import { holdSession } from "@/lib/sessions/hold-session";
import { deleteEnrolment, findEnrolment, startEnrolment } from "./authenticator-queries";
import { offersAuthenticator } from "./policy";
import { lockMethods } from "./standing-queries";
import { groupedSecret, newTotpSecret, otpauthUri } from "./totp";
import { openTotpSecret, sealTotpSecret } from "./totp-secret";

/** An enrolment left alone dies (docs/security.md, Numbers). */
export const enrolmentLife = minutes(10);

export type RunningEnrolment = {
  /** What the QR code says. */
  uri: string;
  /** The secret in groups of four, to be typed where no camera is. */
  setupKey: string;
  expiresAt: Date;
};

/**
 * Begins an enrolment, or goes on with the one that runs in this session: a second tab shows the same secret. One that
 * another session has begun is void, because its secret was seen by whoever sits there. Refuses `not-offered` where the
 * organisation does not take authenticators, and `session-ended` to whom somebody has shut out meanwhile.
 */
export function beginEnrolment(
  by: FreshActor,
): Promise<Result<undefined, { code: "not-offered" | "session-ended" }>> {
  return inTransaction(async (trx) => {
    const methods = await lockMethods(trx, by.userId);
    const present = await holdSession(trx, by);
    if (!present) return refuse("session-ended");
    if (!offersAuthenticator(methods)) return refuse("not-offered");
    const at = now();
    const secretSealed = sealTotpSecret(newTotpSecret(), by.userId);
    const enrolment = { secretSealed, expiresAt: after(at, enrolmentLife) };
    const started = await startEnrolment(trx, present, enrolment, at);
    if (started) {
      await recordEvent(trx, {
        event: "enrolment.begun",
        result: "success",
        ...onOneself(by),
        method: "authenticator",
      });
    }
    return ok();
  });
}

/** The enrolment that runs in this session, with its secret; undefined when there is none or its time is up. */
export async function showEnrolment(by: Actor): Promise<RunningEnrolment | undefined> {
  const enrolment = await findEnrolment(database(), by);
  if (!enrolment || !holds(enrolment.expiresAt, now())) return undefined;
  const secret = openTotpSecret(enrolment.secretSealed, by.userId);
  return {
    uri: otpauthUri(secret, by.organisationName, by.email),
    setupKey: groupedSecret(secret),
    expiresAt: enrolment.expiresAt,
  };
}

/** Forgets the enrolment that runs in this session: "Cancel". False when none did: another tab may have completed it. */
export function cancelEnrolment(by: Actor): Promise<boolean> {
  return deleteEnrolment(database(), by);
}
