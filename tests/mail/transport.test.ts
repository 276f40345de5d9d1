/** Codes do not cross a network in clear. */
import { expect, onTestFinished, test } from "vitest";
import { transportFor } from "@/lib/mail/transport";

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
