/** A letter of the queue that the mail server does not take: tried as long as it may help, and never lost unseen. */
import { sql } from "kysely";
import { expect, test } from "vitest";
import { letters } from "@/emails/catalogue";
import { mailNotice } from "@/lib/accounts/mail-notice";
import { requestPasswordReset } from "@/lib/accounts/request-password-reset";
import { database } from "@/lib/database/connection";
import type { Jobs } from "@/lib/mail/jobs";
import { describeUser } from "@/lib/organisations/describe-user";
import { editUser } from "@/lib/organisations/edit-user";
import { resetTwoFactor } from "@/lib/organisations/reset-two-factor";
import { viewAudit } from "@/lib/organisations/view-audit";
import { answer, startMailServer } from "../mail/mail-server";
import { logged } from "../support/console";
import { holding } from "../support/staff";
import { acme, basis, fieldsOf, post } from "../support/user-forms";
import { person, visitor } from "../support/world";

/** A mail server that says `code` of every address. */
const refusing = (code: number) =>
  startMailServer({ onRcptTo: (_, __, done) => done(answer(code, "unknown")) });

/** How the jobs called `name` stand. */
async function jobs(name: string) {
  const { rows } = await sql`select state from pgboss.job where name = ${name}`.execute(database());
  return rows;
}

/** Makes what waits due at once, for the last time. */
const lastTry = () =>
  sql`update pgboss.job set start_after = now(), retry_count = retry_limit`.execute(database());

type Acme = Awaited<ReturnType<typeof acme>>;

/** What the audit log of `edit` tells of letters that did not arrive. */
async function undelivered({ edit }: Acme) {
  const filter = { event: "letter.undelivered", person: "", result: "all", from: null, to: null } as const;
  const { events } = await viewAudit(holding(edit, "audit.view"), filter, null);
  return events.map(({ target, result, reason, detail }) => ({ to: target?.name, result, reason, detail }));
}

test("a link for a new password that is refused for good is tried once, and the administrators can see it", async () => {
  const office = await acme();
  const una = await person(office.of, { name: "Una" });
  await refusing(550);
  await requestPasswordReset(una.email, visitor);
  await post();
  expect(logged("mail.refused")).toHaveLength(1);
  expect(await jobs("send-password-reset")).toEqual([{ state: "completed" }]);
  const detail = { letter: "password-reset", email: una.email };
  expect(await undelivered(office)).toEqual([
    { to: "Una", result: "failure", reason: "mail-refused", detail },
  ]);
  const described = await describeUser(office.edit, una.id);
  expect(described?.events[0]).toMatchObject({ event: "letter.undelivered", actor: null });
});

test("so is a notice, also to an address that its owner had before", async () => {
  const office = await acme();
  const una = await person(office.of, { name: "Una", authenticator: true });
  await refusing(550);
  await resetTwoFactor(
    holding(office.edit, "users.reset-two-factor"),
    una.id,
    "Called back on the known number",
  );
  await editUser(office.edit, una.id, fieldsOf(una, { email: "new@example.com" }), basis);
  await post();
  expect(await jobs("send-letter")).toEqual([{ state: "completed" }, { state: "completed" }]);
  const told = await undelivered(office);
  expect(told).toHaveLength(2);
  for (const letter of ["two-factor-reset", "email-changed-old"])
    expect(told).toContainEqual({
      to: "Una",
      result: "failure",
      reason: "mail-refused",
      detail: { letter, email: una.email },
    });
  // The confirmation of the new address has an event of its own.
  expect(logged("mail.refused")).toHaveLength(3);
});

test("one that is put off is tried again, and told of once that is given up", async () => {
  const office = await acme();
  const una = await person(office.of, { name: "Una" });
  await refusing(450);
  await requestPasswordReset(una.email, visitor);
  await post();
  expect(await jobs("send-password-reset")).toEqual([{ state: "retry" }]);
  expect(await undelivered(office)).toEqual([]);

  await lastTry();
  await post();
  expect(await jobs("send-password-reset")).toEqual([{ state: "failed" }]);
  expect(await undelivered(office)).toMatchObject([{ to: "Una", reason: "mail-deferred" }]);
  expect(logged("mail.deferred")).toHaveLength(2);
  expect(logged("job.failed")).toHaveLength(1);
  expect(logged("job.given-up")).toHaveLength(1);
});

test("one that names no user, as an older release has left it in the queue, ends as well", async () => {
  const office = await acme();
  await refusing(550);
  const job = {
    to: "una@example.com",
    language: "en" as const,
    letter: { name: "password-changed" as const, props: letters["password-changed"].sample },
  };
  await expect(mailNotice(job as unknown as Jobs["send-letter"])).resolves.toBeUndefined();
  expect(await undelivered(office)).toEqual([]);
  expect(logged("mail.refused")).toHaveLength(1);
});
