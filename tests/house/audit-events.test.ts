/** The catalogue of audit events and the code say the same: what is listed is recorded, and read in words. */
import { globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import type { ActivationRefusal } from "@/lib/accounts/confirm-email";
import type { ResetRefusal } from "@/lib/accounts/reset-password";
import { auditEvents } from "@/lib/audit/event";
import type { QueuedLetter } from "@/lib/mail/jobs";
import type { MailRefusal } from "@/lib/mail/send-letter";
import type { RefusalReason } from "@/lib/organisations/record-refusal";
import type { EndReason } from "@/lib/sessions/session";
import type { ProofRefusal } from "@/lib/two-factor/judge-proof";
import { en } from "@/lib/words/en";

const root = resolve(import.meta.dirname, "../..");
const verbs = globSync("{lib,app}/**/*.{ts,tsx}", { cwd: root })
  .filter((file) => !file.startsWith("lib/audit/") && !file.startsWith("lib/words/"))
  .map((file) => readFileSync(resolve(root, file), "utf8"));

test("each event of the catalogue is recorded somewhere", () => {
  const written = verbs.filter((text) => /\brecord/i.test(text)).join("\n");
  expect(auditEvents.filter((event) => !written.includes(`"${event}"`))).toEqual([]);
});

test("each event is in one group", () => {
  expect(auditEvents.filter((event, index) => auditEvents.indexOf(event) !== index)).toEqual([]);
});

test("each event is said in words, and no other", () => {
  expect(Object.keys(en.audit.events).sort()).toEqual([...auditEvents].sort());
});

test("no two events read alike", () => {
  const sentences = Object.values(en.audit.events);
  expect(new Set(sentences).size).toBe(sentences.length);
});

/** What the product gives as a reason; what administrators give themselves is shown as typed. */
type KnownReason =
  | EndReason
  | ProofRefusal
  | MailRefusal["code"]
  | ActivationRefusal["code"]
  | ResetRefusal["code"]
  | RefusalReason;

test("each reason that the product gives is said in words", () => {
  // The compiler asks for every one of them.
  const said: Record<KnownReason, string> = en.audit.reasons;
  expect(Object.values(said)).not.toContain("");
});

test("each letter that waits in the queue is called by a name", () => {
  const called: Record<QueuedLetter["name"] | "password-reset", string> = en.audit.letters;
  expect(Object.values(called)).not.toContain("");
});
