/** Mails what a change of a user makes necessary: the confirmation that was asked for, or the news of another address. */
import { noticeProps, notify } from "@/lib/accounts/notify";
import { requestAddressConfirmation } from "@/lib/accounts/send-address-confirmation";
import type { Transaction } from "@/lib/database/transaction";
import type { Actor } from "@/lib/sessions/actor";
import { askForActivation } from "./ask-for-activation";
import type { PresentUser } from "./user";
import { changesTo, type UserFields } from "./user-change";

/** What was mailed, or why nothing was although it was asked for. */
export type Told =
  | "nothing"
  | "activation"
  | "address-changed"
  | "old-address-told"
  | "confirmed-already"
  | "deactivated";

/**
 * Whether the activation e-mail that was asked for goes out: to whom waits for one, and not beside the link that a changed
 * address gets.
 */
export function mailsActivation(present: PresentUser, wanted: UserFields): boolean {
  const awaitsOne = wanted.status === "active" && !present.emailConfirmedAt;
  return awaitsOne && !changesTo(present, wanted).address;
}

/** Whether a changed address gets a link: not that of somebody who could not use it. */
function mailsLinkToNewAddress(present: PresentUser, wanted: UserFields): boolean {
  return wanted.status === "active" && changesTo(present, wanted).address;
}

/**
 * Enqueues the letters. A changed address gets one link, whether the activation was asked for or not, unless the user is
 * deactivated and could not use it; the old address gets a notice. The notice comes without the administrator's browser:
 * it would tell the user nothing of their own.
 */
export async function tellOfChange(
  trx: Transaction,
  by: Actor,
  present: PresentUser,
  wanted: UserFields,
  sendActivation: boolean,
): Promise<Told> {
  if (changesTo(present, wanted).address) {
    const { organisationName } = by;
    const owner = { ...present, userId: present.id, name: wanted.name, organisationName };
    const { name, organisation, at } = noticeProps(owner, by.visitor);
    const props = { name, organisation, at, newEmail: wanted.email };
    await notify(trx, owner, { name: "email-changed-old", props });
    if (!mailsLinkToNewAddress(present, wanted)) return "old-address-told";
    await requestAddressConfirmation(trx, present.id);
    return "address-changed";
  }
  if (!sendActivation) return "nothing";
  if (wanted.status !== "active") return "deactivated";
  if (present.emailConfirmedAt) return "confirmed-already";
  await askForActivation(trx, by, present.id);
  return "activation";
}
