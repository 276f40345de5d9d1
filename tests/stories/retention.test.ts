/** The sweep deletes what was kept long enough, and nothing a moment before. */
import { describe, expect, test } from "vitest";
import { requestActivationAgain } from "@/lib/accounts/send-activation";
import { database } from "@/lib/database/connection";
import type { Schema } from "@/lib/database/schema";
import { sweep } from "@/lib/jobs/sweep";
import { type Duration, days, milliseconds, minutes, seconds } from "@/lib/kernel/duration";
import { randomId } from "@/lib/kernel/random";
import { describeSending } from "@/lib/organisations/describe-sending";
import { resendConfirmations } from "@/lib/organisations/resend-confirmations";
import { readView } from "@/lib/organisations/user-view";
import { logOut } from "@/lib/sessions/end-sessions";
import { limits } from "@/lib/throttle/limit";
import { beginEnrolment } from "@/lib/two-factor/begin-enrolment";
import { issueChallenge } from "@/lib/two-factor/issue-challenge";
import { renewRecoveryCodes } from "@/lib/two-factor/make-recovery-codes";
import { at, pass } from "../support/clock";
import { deliverPost } from "../support/post";
import { administratorOf } from "../support/staff";
import { givePassword, logIn, organisation, person, visitor } from "../support/world";

const count = async (table: keyof Schema) => {
  const { rows } = await database()
    .selectFrom(table)
    .select(({ fn }) => fn.countAll<number>().as("rows"))
    .executeTakeFirstOrThrow();
  return rows;
};

/** Sweeps just before the end of `kept`, and at the first moment after it; says how many rows of `table` there were. */
async function rowsAround(table: keyof Schema, kept: Duration): Promise<[number, number]> {
  pass(kept);
  await sweep(minutes(1));
  const before = await count(table);
  pass(milliseconds(1));
  await sweep(minutes(1));
  return [before, await count(table)];
}

/** A sending to so many that has just been started; whoever started it is listed as left out. */
async function sending(recipients: number) {
  const by = await administratorOf(recipients);
  const sendingId = randomId();
  const started = await resendConfirmations(by, readView({}).filter, { sendingId, seenAt: new Date() });
  expect(started.ok).toBe(true);
  return { by, sendingId };
}

describe("what is kept, and for how long:", () => {
  test("pending logins a day after they ran out, with their codes", async () => {
    at("2027-05-03T14:32:00.000Z");
    const who = await person(await organisation());
    await issueChallenge(await givePassword(who), { resend: false, visitor });
    expect(await count("challenges")).toBe(1);
    expect(await rowsAround("pending_logins", milliseconds(minutes(10) + days(1)))).toEqual([1, 0]);
    expect(await count("challenges")).toBe(0);
  });

  test("sessions ninety days after they ran out, ended or not", async () => {
    at("2027-05-03T14:32:00.000Z");
    const of = await organisation({ switchedOn: false });
    await logOut((await logIn(await person(of))).actor);
    await logIn(await person(of));
    expect(await rowsAround("sessions", milliseconds(minutes(12 * 60) + days(90)))).toEqual([2, 0]);
  });

  test("mailed links thirty days after they ran out", async () => {
    at("2027-05-03T14:32:00.000Z");
    const who = await person(await organisation(), { confirmed: false });
    await requestActivationAgain(who.email, visitor);
    await deliverPost();
    expect(await rowsAround("email_tokens", milliseconds(days(7) + days(30)))).toEqual([1, 0]);
  });

  test("browsers four hundred days after they were seen", async () => {
    at("2027-05-03T14:32:00.000Z");
    await logIn(await person(await organisation({ switchedOn: false })));
    expect(await rowsAround("known_browsers", days(400))).toEqual([1, 0]);
  });

  test("browsers that are used for as long as they are", async () => {
    at("2027-05-03T14:32:00.000Z");
    const who = await person(await organisation({ switchedOn: false }));
    const browser = { ...visitor, browserToken: "the one at the desk".padEnd(43, "-") };
    for (let year = 0; year < 3; year += 1) {
      await logIn(who, browser);
      pass(days(365));
      await sweep(minutes(1));
      expect(await count("known_browsers")).toBe(1);
    }
  });

  test("enrolments and shown recovery codes until they run out", async () => {
    at("2027-05-03T14:32:00.000Z");
    const { actor } = await logIn(await person(await organisation(), { authenticator: true }));
    await renewRecoveryCodes(actor);
    await beginEnrolment(actor);
    expect(await rowsAround("authenticator_enrolments", milliseconds(minutes(10) - 1))).toEqual([1, 0]);
    expect(await count("recovery_code_reveals")).toBe(0);
    expect(await count("authenticators")).toBe(1);
  });

  test("lists of a sending ninety days after it was finished, also those of more than one portion", async () => {
    at("2027-05-03T14:32:00.000Z");
    const { by, sendingId } = await sending(450);
    await deliverPost();
    expect(await count("resend_recipients")).toBe(451);
    expect(await rowsAround("resend_recipients", days(90))).toEqual([451, 0]);
    expect(await count("resend_jobs")).toBe(0);
    expect(await describeSending(by, sendingId, { state: null, after: null })).toBeUndefined();
  });

  test("the list of a sending that is not finished, for as long as it takes", async () => {
    at("2027-05-03T14:32:00.000Z");
    await sending(3);
    pass(days(400));
    await sweep(minutes(1));
    expect([await count("resend_jobs"), await count("resend_recipients")]).toEqual([1, 4]);
  });

  test("counters of attempts while they can close a door", async () => {
    at("2027-05-03T14:32:00.000Z");
    await logIn(await person(await organisation({ switchedOn: false })));
    expect(await count("throttles")).toBeGreaterThan(0);
    pass(milliseconds(limits["password-per-account"].within + seconds(1)));
    await sweep(minutes(1));
    expect(await count("throttles")).toBe(0);
  });

  test("audit events for good", async () => {
    at("2027-05-03T14:32:00.000Z");
    await logIn(await person(await organisation({ switchedOn: false })));
    const before = await count("audit_events");
    pass(days(4_000));
    await sweep(minutes(1));
    expect(await count("audit_events")).toBe(before);
  });

  test("more than one portion in one sweep", async () => {
    at("2027-05-03T14:32:00.000Z");
    const who = await person(await organisation());
    const of = { id: who.organisationId };
    const rows = Array.from({ length: 450 }, (_, index) => ({
      id: `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`,
      token_digest: String(index),
      user_id: who.id,
      organisation_id: of.id,
      purpose: "login" as const,
      return_to: "/",
      created_at: new Date(),
      expires_at: new Date(),
      tries_left: 5,
      sends_left: 5,
    }));
    await database().insertInto("pending_logins").values(rows).execute();
    pass(days(2));
    await sweep(minutes(1));
    expect(await count("pending_logins")).toBe(0);
  });
});

test("a sweep of a process that is to end begins with no further portion", async () => {
  await givePassword(await person(await organisation()));
  pass(days(400));
  await sweep(minutes(1), AbortSignal.abort());
  expect(await count("pending_logins")).toBe(1);
  await sweep(minutes(1));
  expect(await count("pending_logins")).toBe(0);
});
