/** A real SMTP server, and a folder in which every letter that it was handed lies as a person would read it. */
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import type { Letter } from "./letters";

export type PostOffice = { smtpUrl: string; close(): Promise<void> };

/** Opens a post office on a free port, which keeps letters in `folder` (see letters.ts for reading them). */
export async function openPostOffice(folder: string): Promise<PostOffice> {
  mkdirSync(folder, { recursive: true });
  let sequence = 0;
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    logger: false,
    onData(stream, session, done) {
      simpleParser(stream).then((parsed) => {
        sequence += 1;
        const id = String(sequence).padStart(8, "0");
        keep(folder, {
          id,
          to: session.envelope.rcptTo.map(({ address }) => address).join(", "),
          subject: parsed.subject ?? "",
          sentAt: new Date().toISOString(),
          html: parsed.html || "",
          text: parsed.text ?? "",
        });
        done();
      }, done);
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  // From here on an error belongs to a connection, which the product notices for itself.
  server.on("error", () => undefined);
  const { port } = server.server.address() as AddressInfo;
  return {
    smtpUrl: `smtp://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

// Named when it is complete, so that nobody reads half a letter.
function keep(folder: string, letter: Letter): void {
  const draft = join(folder, `${letter.id}.draft`);
  writeFileSync(draft, JSON.stringify(letter));
  renameSync(draft, join(folder, `${letter.id}.json`));
}
