/** A mail server that takes everything at once and keeps nothing but the newest code for each address. */
import { type AddressInfo, createServer, type Socket } from "node:net";

export type Sink = {
  url: string;
  /** How many letters it has taken, from `sender` where one is named. */
  taken(sender?: string): number;
  /** How many bytes a letter from `sender` had on average, headers included. */
  sizeOf(sender: string): number;
  /** The newest six-digit code that was sent to `address`. */
  codeFor(address: string): string;
  close(): void;
};

export async function openSink(): Promise<Sink> {
  const taken = new Map<string, number>();
  const bytes = new Map<string, number>();
  const codes = new Map<string, string>();
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.once("close", () => open.delete(socket));
    socket.on("error", () => socket.destroy());
    serve(socket, (from, to, letter) => {
      taken.set(from, (taken.get(from) ?? 0) + 1);
      bytes.set(from, (bytes.get(from) ?? 0) + letter.length);
      // The code stands alone on a line, which quoted-printable may end softly.
      const code = /^(\d{6})=?\r?$/m.exec(letter)?.[1];
      if (code) codes.set(to, code);
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken: (sender) =>
      sender ? (taken.get(sender) ?? 0) : [...taken.values()].reduce((sum, count) => sum + count, 0),
    sizeOf: (sender) => (bytes.get(sender) ?? 0) / (taken.get(sender) ?? 1),
    codeFor(address) {
      const code = codes.get(address);
      if (!code) throw new Error(`No code was sent to ${address}`);
      return code;
    },
    close() {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}

/** As little of RFC 5321 as a sender needs: written for speed, because the sender is what is measured. */
function serve(socket: Socket, keep: (from: string, to: string, letter: string) => void): void {
  let heard = "";
  let from = "";
  let to = "";
  let inLetter = false;
  socket.setEncoding("latin1").setNoDelay(true);
  socket.write("220 sink\r\n");
  socket.on("data", (piece: string) => {
    heard += piece;
    for (;;) {
      const mark = inLetter ? "\r\n.\r\n" : "\r\n";
      const end = heard.indexOf(mark);
      if (end < 0) return;
      const said = heard.slice(0, end);
      heard = heard.slice(end + mark.length);
      if (inLetter) {
        inLetter = false;
        keep(from, to, said);
        socket.write("250 taken\r\n");
        continue;
      }
      const command = said.slice(0, 4).toUpperCase();
      if (command === "MAIL") from = /<([^>]*)>/.exec(said)?.[1] ?? "";
      if (command === "RCPT") to = /<([^>]*)>/.exec(said)?.[1] ?? "";
      inLetter = command === "DATA";
      socket.write(answers[command] ?? "250 ok\r\n");
      if (command === "QUIT") socket.end();
    }
  });
}

const answers: Record<string, string> = {
  EHLO: "250-sink\r\n250 8BITMIME\r\n",
  DATA: "354 go on\r\n",
  QUIT: "221 bye\r\n",
};
