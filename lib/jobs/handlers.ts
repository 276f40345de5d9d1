/** What does each job of the queue: the one place where the queue meets the verbs. */
import { mailNotice } from "@/lib/accounts/mail-notice";
import { sendPasswordReset } from "@/lib/accounts/request-password-reset";
import { sendActivation } from "@/lib/accounts/send-activation";
import { sendAddressConfirmation } from "@/lib/accounts/send-address-confirmation";
import type { JobHandlers } from "@/lib/mail/jobs";
import { mailHelpRequest } from "@/lib/organisations/mail-help-request";
import { sendConfirmations } from "@/lib/organisations/send-confirmations";

export const jobHandlers: JobHandlers = {
  "send-activation": (data, { isLastTry }) => sendActivation(data, isLastTry),
  "send-address-confirmation": (data, { isLastTry }) => sendAddressConfirmation(data, isLastTry),
  "resend-confirmations": (data, { stopping }) => sendConfirmations(data, stopping),
  "send-password-reset": (data, { isLastTry }) => sendPasswordReset(data, isLastTry),
  "send-letter": (data, { isLastTry }) =>
    data.letter.name === "help-request" ? mailHelpRequest(data, isLastTry) : mailNotice(data, isLastTry),
};
