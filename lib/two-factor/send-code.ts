/** Hands a security code to the mail server, inside the request, so that "We sent a code" is true. */
import { eventNow, recordEvent } from "@/lib/audit/record-event";
import { database } from "@/lib/database/connection";
import { inTransaction } from "@/lib/database/transaction";
import { after, earlier, now } from "@/lib/kernel/clock";
import { randomId } from "@/lib/kernel/random";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import type { Visitor } from "@/lib/kernel/visitor";
import { type MailRefusal, sendAtOnce } from "@/lib/mail/send-letter";
import { type Counted, forgiveLimits } from "@/lib/throttle/spend-limits";
import { chooseLanguage } from "@/lib/words/language";
import type { NewChallenge } from "./challenge";
import { markSent, withdrawChallenge } from "./challenge-queries";
import { codeLetter } from "./code-letter";
import { returnSend } from "./pending-login-queries";
import { aboutSecondStep, undeliveredCode } from "./record-second-step";
import { codeDigest, codeLife, newSecurityCode } from "./security-code";

export type SentCode = { sentAt: Date; expiresAt: Date };

/** To whom a code goes, and for which pending login. */
export type CodeReader = {
  pendingLoginId: string;
  userId: string;
  organisationId: string;
  organisationName: string;
  email: string;
  language: string | null;
  /** When the pending login runs out. */
  expiresAt: Date;
};

/** A code, and what is stored of it. */
type NewCode = { code: string; challenge: NewChallenge };

/** A code that is on its way, and what it was counted for. */
export type Sending = NewCode & { counted: Counted[] };

/** A new code, never used before. */
export function newCode(at: Date): NewCode {
  const code = newSecurityCode();
  const id = randomId();
  const challenge = { id, codeDigest: codeDigest(id, code), sentAt: at, expiresAt: after(at, codeLife) };
  return { code, challenge };
}

/**
 * Sends `code`, whose challenge is stored by now. Its 90 seconds count from the hand-over to the mail server, and end
 * with its login. A letter that was not handed over costs no sending, and where no server was it counts for nothing; one
 * that was refused stays counted, because it asked that server for something. One that nobody answered in time may have
 * reached the mailbox: given back, it would let in as many codes as somebody likes.
 */
export async function sendCode(
  to: CodeReader,
  { code, challenge, counted }: Sending,
  visitor: Visitor,
): Promise<Result<SentCode, MailRefusal>> {
  // The page that waits for the code is in the same language, chosen in the same way.
  const language = chooseLanguage([to.language], visitor.acceptLanguage);
  const letter = await codeLetter(language, { organisation: to.organisationName, code });
  const sent = await sendAtOnce(to.email, letter);
  const at = now();
  if (sent.ok) {
    const life = { sentAt: at, expiresAt: earlier(after(at, codeLife), to.expiresAt) };
    const event = eventNow({
      ...aboutSecondStep(to, "email", visitor),
      event: "code.sent",
      result: "success",
    });
    const { pendingLoginId } = to;
    await markSent(database(), { pendingLoginId, challengeId: challenge.id, life, event });
    return ok(life);
  }
  if (sent.code === "mail-unreachable") await forgiveLimits(counted);
  await inTransaction(async (trx) => {
    if (sent.code !== "mail-unanswered") await returnSend(trx, to.pendingLoginId);
    await withdrawChallenge(trx, challenge.id, at);
    await recordEvent(trx, undeliveredCode(to, sent.code, visitor));
  });
  return refuse(sent.code);
}
