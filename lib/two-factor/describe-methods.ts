/** Tells how the methods of a user stand, for their own page and for an administrator's. */
import { database } from "@/lib/database/connection";
import { areSaved, codesLeft } from "./recovery-code";
import { listRecoveryCodes } from "./recovery-code-queries";
import { getMethods, type PresentMethods } from "./standing-queries";

export type DescribedMethods = PresentMethods & { recoveryCodesLeft: number; recoveryCodesSaved: boolean };

/** Whether `userId` has nothing to do about recovery codes: theirs are saved, or there are none. */
export async function hasSavedRecoveryCodes(userId: string): Promise<boolean> {
  return areSaved(await listRecoveryCodes(database(), userId));
}

/** The methods of `userId` as they stand now, with the recovery codes left. Throws when there is no such user. */
export async function describeMethods(userId: string): Promise<DescribedMethods> {
  const methods = await getMethods(database(), userId);
  const batch = await listRecoveryCodes(database(), userId);
  return { ...methods, recoveryCodesLeft: codesLeft(batch), recoveryCodesSaved: areSaved(batch) };
}
