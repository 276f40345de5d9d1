/** Codes do not cross a network in clear, and letters bring nothing along that was not written for them. */
import { expect, onTestFinished, test } from "vitest";
import { transport, transportFor } from "@/lib/mail/transport";
import { startMailServer } from "./mail-server";

function requiresTls(smtpUrl: string, mode: "production" | "demo" = "production") {
  const transport = transportFor({ mode, smtpUrl });
  onTestFinished(() => transport.close());
  return (transport.options as { requireTLS?: boolean }).requireTLS;
}

test("in production a mail server must offer STARTTLS, unless it is on this machine", () => {
  expect(requiresTls("smtp://mail.example.com")).toBe(true);
  expect(requiresTls("smtp://user:secret@192.0.2.1:587")).toBe(true);
  expect(requiresTls("smtp://localhost.example.com")).toBe(true);
  expect(requiresTls("smtp://localhost:1025")).toBe(false);
  expect(requiresTls("smtp://127.0.0.1:1025")).toBe(false);
  expect(requiresTls("smtp://[::1]:1025")).toBe(false);
});

test("in a demo any mail server will do", () => {
  expect(requiresTls("smtp://mail.example.com", "demo")).toBe(false);
});

test("an address with smtps speaks TLS from the first byte", () => {
  const transport = transportFor({ mode: "production", smtpUrl: "smtps://mail.example.com" });
  onTestFinished(() => transport.close());
  expect((transport.transporter as unknown as { options: { secure: boolean } }).options.secure).toBe(true);
});

test("an operator whose mail server lets in few asks for fewer connections with the address", () => {
  const transport = transportFor({ mode: "production", smtpUrl: "smtp://mail.example.com?maxConnections=2" });
  onTestFinished(() => transport.close());
  expect(transport.transporter).toMatchObject({ options: { maxConnections: 2 } });
});

test.each([
  ["a file", { path: "package.json" }, "File access rejected"],
  ["an address", { href: "http://127.0.0.1:9/" }, "Url access rejected"],
])(
  "a letter takes nothing in from %s: none of ours does, and one that does is an attack",
  async (_, from, why) => {
    // Cut off in the middle of what it gets, which is all that is wanted of it.
    await startMailServer({
      onData: (stream, _, done) => void stream.on("error", done).on("end", done).resume(),
    });
    const letter = { from: "twostep@example.com", to: "ada@example.com", subject: "Hello" };
    await expect(transport().sendMail({ ...letter, text: from })).rejects.toThrow(why);
    await expect(transport().sendMail({ ...letter, attachments: [from] })).rejects.toThrow(why);
  },
);
