/** Begins the enrolment of an authenticator. Nothing about an active one changes until the new code is right. */
import { database } from "@/lib/database/connection";
import { after, holds, now } from "@/lib/kernel/clock";
import { minutes } from "@/lib/kernel/duration";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import type { Actor, FreshActor } from "@/lib/sessions/actor";
import { deleteEnrolment, findEnrolment, startEnrolment } from "./authenticator-queries";
import { getMethods } from "./standing-queries";
import { groupedSecret, newTotpSecret, otpauthUri } from "./totp";
import { openTotpSecret, sealTotpSecret } from "./totp-secret";

/** An enrolment left alone dies (security.md §1). */
export const enrolmentLife = minutes(10);

export type RunningEnrolment = {
  /** What the QR code says. */
  uri: string;
  /** The secret in groups of four, to be typed where no camera is. */
  setupKey: string;
  expiresAt: Date;
};

/** Begins an enrolment, or goes on with the one that runs: a second tab shows the same secret. */
export async function beginEnrolment(by: FreshActor): Promise<Result<undefined, { code: "not-offered" }>> {
  const { switchedOn, allowedMethods } = await getMethods(database(), by.userId);
  if (!switchedOn || !allowedMethods.includes("authenticator")) return refuse("not-offered");
  const at = now();
  const secretSealed = sealTotpSecret(newTotpSecret(), by.userId);
  await startEnrolment(database(), by.userId, { secretSealed, expiresAt: after(at, enrolmentLife) }, at);
  return ok();
}

/** One's own running enrolment with its secret, or undefined when there is none or its time is up. */
export async function showEnrolment(by: Actor): Promise<RunningEnrolment | undefined> {
  const enrolment = await findEnrolment(database(), by.userId);
  if (!enrolment || !holds(enrolment.expiresAt, now())) return undefined;
  const secret = openTotpSecret(enrolment.secretSealed, by.userId);
  return {
    uri: otpauthUri(secret, by.organisationName, by.email),
    setupKey: groupedSecret(secret),
    expiresAt: enrolment.expiresAt,
  };
}

/** Forgets a running enrolment: "Cancel". */
export async function cancelEnrolment(by: Actor): Promise<void> {
  await deleteEnrolment(database(), by.userId);
}
