/** Hands a letter to the mail server and says truly whether it took it: a code counts from that moment. */
import type { Letter } from "@/emails/catalogue";
import { type Duration, seconds } from "@/lib/kernel/duration";
import { environment } from "@/lib/kernel/env";
import { logFault } from "@/lib/kernel/log";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { takingTurns } from "@/lib/kernel/take-turns";
import { unlessHeard } from "@/lib/kernel/unless-heard";
import type { Language } from "@/lib/words/language";
import { type Rendered, renderLetter } from "./render";
import type { Filled } from "./template";
import { connections, handOver, hasBegun, type Watched } from "./transport";

/**
 * Why a letter is not known to be sent. `mail-refused`: the server does not take it, mostly because of its address;
 * `mail-deferred`: it would, but not now; `mail-unreachable`: there is no server for us, or none that asked for the letter
 * in time. Those three have not arrived. `mail-unanswered` may have: the server got it, or a part, and did not say in time
 * what it did with it.
 */
export type MailRefusal = { code: "mail-refused" | "mail-deferred" | "mail-unreachable" | "mail-unanswered" };

const patience = {
  /** How long somebody looks at a page that does nothing before they press again (Nielsen, "Response Times"). */
  ofReader: seconds(10),
  /**
   * A server that was handed all of a letter may answer late: a filter reads it first, and Exchange waits up to 30 s for
   * the server after it ("MaxAcknowledgementDelay"). Whoever gives up before sends it a second time (RFC 1047).
   */
  ofQueue: seconds(40),
};

/**
 * Letters that nobody waits for wait here, not for a connection: there, the patience for them would run out with a server
 * that takes seconds for each, in the middle of it too, and a code would come after all of them.
 */
const inTurn = takingTurns(connections);

/** Sends `letter`, which nobody waits for, to the address `to`. Ok means that the mail server has taken it over. */
export async function sendLetter(
  to: string,
  letter: Letter,
  language: Language,
): Promise<Result<undefined, MailRefusal>> {
  return sendInTurn(to, await renderLetter(letter, language));
}

/** As {@link sendLetter}, for a letter that was filled in from a template. */
export function sendInTurn(to: string, letter: Rendered | Filled): Promise<Result<undefined, MailRefusal>> {
  return inTurn(() => sendWithin(patience.ofQueue, to, letter));
}

/** Sends a letter that somebody waits for, before all those that {@link sendInTurn} keeps waiting. */
export function sendAtOnce(to: string, letter: Rendered | Filled): Promise<Result<undefined, MailRefusal>> {
  return sendWithin(patience.ofReader, to, letter);
}

async function sendWithin(
  time: Duration,
  to: string,
  letter: Rendered | Filled,
): Promise<Result<undefined, MailRefusal>> {
  const giveUp = new AbortController();
  // Taken back when the letter is away: a timeout signal would keep it in memory all that time, and then make an error.
  const isAway = unlessHeard(time, () => giveUp.abort());
  const watched: Watched = { readFrom: [] };
  try {
    await handOver({
      ...content(letter),
      from: environment().mailFrom,
      // As an object, so that it is one address, whatever commas or line breaks it holds.
      to: { name: "", address: to },
      // No "out of office" comes back (RFC 3834 §5; the second is Exchange's own).
      headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
      signal: giveUp.signal,
      ...watched,
    });
    return ok();
  } catch (error) {
    return refusalFrom(error as TransportError, hasBegun(watched));
  } finally {
    isAway();
  }
}

/** What was encoded already is handed over as it is; what it says goes with it, for the mailbox. */
function content({ subject, html, text, ...rest }: Rendered | Filled) {
  if (!("encoded" in rest)) return { subject, html, text };
  const { encoded } = rest;
  return {
    subject,
    html: { content: html, raw: encoded.html },
    text: { content: text, raw: encoded.text },
  };
}

/** The original code is the system's, and says what nodemailer calls `ESOCKET`, be it a closed port or a certificate. */
type TransportError = Error & {
  code?: string;
  originalCode?: string;
  command?: string;
  response?: string;
  responseCode?: number;
};

function refusalFrom(error: TransportError, begun: boolean): Result<never, MailRefusal> {
  const { code, responseCode = 0 } = error;
  // RFC 4954, 6: to whoever has not said who they are, 530 is the answer to each letter.
  const isAboutLetter = (code === "EENVELOPE" || code === "EMESSAGE") && responseCode !== 530;
  // RFC 5321, 4.2.1: what begins with 4 holds for now; a greylist says so, or a server with too much to do.
  const isForNow = responseCode >= 400 && responseCode < 500;
  const declined = isForNow ? "mail-deferred" : "mail-refused";
  const silent = begun ? "mail-unanswered" : "mail-unreachable";
  const refusal = isAboutLetter ? declined : silent;
  // What has no code comes from no server, but is a fault of ours.
  logFault(refusal.replace("-", "."), code ? new Error(inCodes(error)) : error);
  return refuse(refusal);
}

/** What an operator needs to know. The server's own sentence often repeats the address: of that, only its numbers. */
function inCodes({ code, originalCode, command, response = "", responseCode }: TransportError): string {
  // RFC 3463: an unknown address is 5.1.1, and a sender whom the server does not let send 5.7.1, whatever was asked.
  const [, status] = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3}) /.exec(response) ?? [];
  return [code, originalCode, command, responseCode, status].filter(Boolean).join(" ");
}
