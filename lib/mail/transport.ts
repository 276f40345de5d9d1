/** The way out: a pool of connections to the mail server, or the mailbox where none is set. Opened lazily, once. */
import type { Readable } from "node:stream";
import nodemailer, { type Transport, type Transporter } from "nodemailer";
import { minutes, seconds } from "@/lib/kernel/duration";
import { type Environment, environment } from "@/lib/kernel/env";
import { keep } from "./mailbox";

// Next loads a module more than once (pages, actions, instrumentation); the pool must exist once a process.
const shared = globalThis as typeof globalThis & { twostepTransport?: Transporter };

/** The transport of this process. */
export function transport(): Transporter {
  shared.twostepTransport ??= transportFor(environment());
  return shared.twostepTransport;
}

/** Closes the connections to the mail server; the next letter opens new ones. */
export function closeTransport(): void {
  shared.twostepTransport?.close();
  shared.twostepTransport = undefined;
}

/** How many letters that nobody waits for one process hands over at once: as many as nodemailer has connections by itself. */
export const connections = 5;

/** What is opened beside those for codes: a server that takes seconds for each letter would keep all others busy. */
export const connectionsForCodes = 2;

/**
 * Hands `letter` to the mail server. Where that lets in fewer connections than we open, as many do, the letter waits for one
 * of those: refused at the door, it would count as one that the server gave no answer to, again and again.
 */
export async function handOver(letter: Outgoing): Promise<void> {
  for (;;) {
    try {
      await transport().sendMail(letter);
      return;
    } catch (error) {
      if (hasBegun(letter) || !isShownTheDoor(error) || !makeDoWithFewer()) throw error;
    }
  }
}

/** RFC 5321, 3.1 and 4.2.1: whoever is greeted with what begins with 4 is to come again later. */
function isShownTheDoor(error: unknown): boolean {
  const { code, responseCode = 0 } = error as { code?: string; responseCode?: number };
  return code === "EPROTOCOL" && responseCode >= 400 && responseCode < 500;
}

/** How long fewer connections are opened: by then, whoever else had the others may have closed theirs. */
const fewerFor = minutes(1);

/** Opens one connection less for a while; false where there is but one. */
function makeDoWithFewer(): boolean {
  const { options } = transport().transporter as unknown as { options: { maxConnections: number } };
  if (options.maxConnections === 1) return false;
  options.maxConnections -= 1;
  setTimeout(() => {
    options.maxConnections += 1;
  }, fewerFor).unref();
  return true;
}

/** The transport that `settings` ask for. */
export function transportFor({ mode, smtpUrl }: Pick<Environment, "mode" | "smtpUrl">): Transporter {
  if (smtpUrl === null) return nodemailer.createTransport(mailboxTransport);
  const transporter: Transporter = nodemailer.createTransport({
    url: smtpUrl,
    pool: true,
    // SMTP_URL may ask for fewer.
    maxConnections: connections + connectionsForCodes,
    // A server that cannot do STARTTLS must not be handed codes in clear (ASVS 5.0, 12.2.1 and 12.3.1).
    requireTLS: mode === "production" && !isLoopback(new URL(smtpUrl).hostname),
    // How long a letter waits, its sender says. A server that looks up who comes to it greets late (RFC 5321, 4.5.3.2).
    connectionTimeout: seconds(30),
    greetingTimeout: seconds(30),
    socketTimeout: seconds(60),
    // No letter has an attachment; whatever asks for a file or an address is an attack.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return transporter.use("stream", noteReading);
}

/**
 * Goes with a letter: what connections to the server read it from, one stream for each attempt of the pool. Of a letter
 * that none has read from, nothing has left; of any other, the server may have all, whatever happened then.
 */
export type Watched = { readFrom: Readable[] };

type Outgoing = Parameters<Transporter["sendMail"]>[0] & Watched;

/** Whether anything of the letter has left. */
export const hasBegun = ({ readFrom }: Watched) => readFrom.some(({ readableDidRead }) => readableDidRead);

type Plugin = Parameters<Transporter["use"]>[1];

const noteReading: Plugin = ({ message, data }, done) => {
  message?.processFunc((stream) => {
    (data as Partial<Watched>).readFrom?.push(stream);
    return stream;
  });
  done();
};

function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127(\.\d+){3}$/.test(hostname);
}

const mailboxTransport: Transport = {
  name: "mailbox",
  version: "1",
  send({ data, message }, done) {
    const { subject = "", html = "", text = "" } = data;
    const envelope = message.getEnvelope();
    const [to = ""] = envelope.to;
    keep({
      to,
      subject,
      html: wordsIn(html),
      text: wordsIn(text),
      headers: message.buildHeaders(),
    }).then((letter) => done(null, { messageId: letter.id, envelope }), done);
  },
};

/** What a part of a message says, also when it comes encoded. */
function wordsIn(part: unknown): string {
  return String(typeof part === "object" && part !== null && "content" in part ? part.content : part);
}
