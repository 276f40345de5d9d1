/** The way out: a pool of connections to the mail server, or the mailbox where none is set. Opened lazily, once. */
import type { Readable } from "node:stream";
import nodemailer, { type Transport, type Transporter } from "nodemailer";
import { seconds } from "@/lib/kernel/duration";
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

/** How many connections to the mail server one process has: nodemailer's own number, which a sending counts on. */
export const connections = 5;

/** The transport that `settings` ask for. */
export function transportFor({ mode, smtpUrl }: Pick<Environment, "mode" | "smtpUrl">): Transporter {
  if (smtpUrl === null) return nodemailer.createTransport(mailboxTransport);
  const transporter: Transporter = nodemailer.createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: connections,
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
