/** The catalogue of audit events and the code say the same: what is listed is recorded, and read in words. */
import { globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { type AuditEvent, auditEvents } from "@/lib/audit/event";
import type { QueuedLetter } from "@/lib/mail/jobs";
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

test("a reason that no language has words for does not compile", () => {
  const about = {
    event: "password.refused",
    result: "failure",
    organisationId: null,
    actorId: null,
  } as const;
  // @ts-expect-error nobody could read it
  const event: AuditEvent = { ...about, reason: "wrong-passwort" };
  expect(Object.keys(en.audit.reasons)).not.toContain(event.reason);
});

test("each reason that has words is given somewhere", () => {
  const given = verbs.join("\n");
  expect(Object.keys(en.audit.reasons).filter((reason) => !given.includes(`"${reason}"`))).toEqual([]);
});

test("each letter that waits in the queue is called by a name", () => {
  const called: Record<QueuedLetter["name"] | "password-reset", string> = en.audit.letters;
  expect(Object.values(called)).not.toContain("");
});
