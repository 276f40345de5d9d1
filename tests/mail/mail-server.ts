/** A mail server of its own for a test, which behaves as it is told and keeps what it takes. */
import type { Socket } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { onTestFinished } from "vitest";
import type { Environment } from "@/lib/kernel/env";
import { closeTransport, transportFor } from "@/lib/mail/transport";

const shared = globalThis as typeof globalThis & { twostepTransport?: ReturnType<typeof transportFor> };

/** An answer of the server, such as 550. */
export function answer(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

/** Starts a server, and lets the product send through it until the test ends. */
export async function startMailServer(behaviour: SMTPServerOptions = {}) {
  const taken: (ParsedMail & { recipients: string[] })[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    async onData(stream, session, done) {
      const mail = await simpleParser(stream);
      taken.push({ ...mail, recipients: session.envelope.rcptTo.map(({ address }) => address) });
      done();
    },
    ...behaviour,
  });
  // A client that gives up in the middle is part of these tests.
  server.on("error", () => {});
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  // Asked for first and therefore done last: the server waits for its clients to leave.
  onTestFinished(() => new Promise<void>((closed) => void server.close(() => closed())));
  sendThrough(`smtp://127.0.0.1:${port}`);
  return { port, taken, server: server.server };
}

/**
 * Starts a server that takes letters and says so to nobody: it hangs up. To one that said nothing at all the answer is
 * the same, but only after the ten seconds that the product waits.
 */
export async function startSilentMailServer() {
  const taken: ParsedMail[] = [];
  const clients = new Set<Socket>();
  const { server } = await startMailServer({
    onData: async (stream) => {
      taken.push(await simpleParser(stream));
      for (const client of clients) client.destroy();
    },
  });
  server.on("connection", (client) => clients.add(client));
  return { taken };
}

/** Lets the product send through `smtpUrl` until the test ends. */
export function sendThrough(smtpUrl: string, mode: Environment["mode"] = "production"): void {
  const transport = transportFor({ mode, smtpUrl });
  shared.twostepTransport = transport;
  // Closed even if another one has taken its place: a server waits half a minute for a client that does not leave.
  onTestFinished(() => transport.close());
  onTestFinished(closeTransport);
}
