/** What does each job of the queue: the one place where the queue meets the verbs. */
import { sendPasswordReset } from "@/lib/accounts/request-password-reset";
import { sendActivation } from "@/lib/accounts/send-activation";
import { sendAddressConfirmation } from "@/lib/accounts/send-address-confirmation";
import type { JobHandlers } from "@/lib/mail/jobs";
import { sendLetter } from "@/lib/mail/send-letter";
import { sendConfirmations } from "@/lib/organisations/send-confirmations";

export const jobHandlers: JobHandlers = {
  "send-activation": (data, { isLastTry }) => sendActivation(data, isLastTry),
  "send-address-confirmation": (data, { isLastTry }) => sendAddressConfirmation(data, isLastTry),
  "resend-confirmations": (data, { stopping }) => sendConfirmations(data, stopping),
  "send-password-reset": sendPasswordReset,
  "send-letter": async ({ to, letter, language }) => {
    const sent = await sendLetter(to, letter, language);
    if (!sent.ok) throw new Error(`The mail server did not take the letter "${letter.name}": ${sent.code}`);
  },
};
