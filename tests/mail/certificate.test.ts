/** A letter goes to the mail server that was named, and to nobody who has put himself in its place. */
import nodemailer from "nodemailer";
import { expect, onTestFinished, test } from "vitest";
import { sendLetter } from "@/lib/mail/send-letter";
import { sampleOf } from "../letters/samples";
import { logged, written } from "../support/console";
import { sendThrough, startMailServer } from "./mail-server";

const code = sampleOf("security-code");

/** Whether a server that nobody vouches for takes the letter of one who does not ask who it is. */
async function takesFromTheCareless(url: string): Promise<boolean> {
  const careless = nodemailer.createTransport({ url, tls: { rejectUnauthorized: false } });
  onTestFinished(() => careless.close());
  const { accepted } = await careless.sendMail({ from: "a@example.com", to: "b@example.com", text: "Hello" });
  return accepted.length === 1;
}

test.each([
  ["STARTTLS", "smtp"],
  ["TLS from the first byte", "smtps"],
])("a server whose certificate nobody vouches for gets no letter over %s", async (_, scheme) => {
  const { port, taken } = await startMailServer({ secure: scheme === "smtps", disabledCommands: [] });
  // Its own certificate is the one that comes with the package.
  expect(written(/built-in default TLS certificate/)).toHaveLength(1);
  expect(await takesFromTheCareless(`${scheme}://127.0.0.1:${port}`)).toBe(true);
  sendThrough(`${scheme}://127.0.0.1:${port}`);
  expect(await sendLetter("ada@example.com", code, "en")).toEqual({ ok: false, code: "mail-unreachable" });
  expect(taken.map(({ subject }) => subject)).toEqual([undefined]);
  // An operator reads why: a closed port is mended elsewhere than a certificate.
  expect(logged("mail.unreachable")).toMatchObject([{ message: expect.stringContaining("CERT") }]);
});

test("a server elsewhere that speaks in clear only gets no letter", async () => {
  const { port, taken } = await startMailServer();
  // This machine, by a name that does not say so.
  sendThrough(`smtp://[::ffff:127.0.0.1]:${port}`);
  expect(await sendLetter("ada@example.com", code, "en")).toEqual({ ok: false, code: "mail-unreachable" });
  expect(logged("mail.unreachable")).toHaveLength(1);
  sendThrough(`smtp://[::ffff:127.0.0.1]:${port}`, "demo");
  expect((await sendLetter("ada@example.com", code, "en")).ok).toBe(true);
  expect(taken).toHaveLength(1);
});
