/** What can wait in the queue. A row holds no secret: codes never wait, and tokens are made when their letter is sent. */
import type { Letter, LetterName } from "@/emails/catalogue";
import { minutes } from "@/lib/kernel/duration";
import type { Language } from "@/lib/words/language";

/** Letters with a code or a token in them: sent by whoever makes the secret, never queued (ASVS 5.0, 16.2.5). */
type SecretLetterName = "security-code" | "activation" | "email-changed-new" | "password-reset";

/** A letter that may wait in the queue. */
export type QueuedLetter = Letter<Exclude<LetterName, SecretLetterName>>;

/** Each job and what its handler is told. */
export interface Jobs {
  /** To the address `to`, which may be one that its owner `userId` had before. */
  "send-letter": { to: string; userId: string; letter: QueuedLetter; language: Language };
  /** Makes a confirmation link and mails it. */
  "send-activation": { userId: string };
  /** Makes a confirmation link and mails it to an address that was changed. */
  "send-address-confirmation": { userId: string };
  /** Goes on with a "Resend E-mail confirmations" of many; its recipients stand in their own table. */
  "resend-confirmations": { jobId: string };
  /** Makes a password-reset link and mails it. */
  "send-password-reset": { userId: string };
}

export type JobName = keyof Jobs;

/** In the order in which a cron does them: a letter to one is never behind a sending to a hundred thousand. */
export const jobNames: JobName[] = [
  "send-letter",
  "send-activation",
  "send-address-confirmation",
  "send-password-reset",
  "resend-confirmations",
];

/**
 * No letter takes so long that a process has taken on: not with a mail server that answers late, and not behind as many
 * others as the process fetches at once. What is unfinished after this belonged to one that was killed.
 */
export const longestLetter = minutes(5);

/** What a handler may want to know of the attempt that it is. */
type Circumstances = {
  /** Says that the process, or its time, is to end: whoever takes longer than a letter leaves the rest to the queue then. */
  stopping: AbortSignal;
  /** Whether the queue gives the job up when this attempt fails. */
  isLastTry: boolean;
};

/** What does each job. A handler that throws is tried again later. */
export type JobHandlers = {
  [Name in JobName]: (data: Jobs[Name], circumstances: Circumstances) => Promise<void>;
};
