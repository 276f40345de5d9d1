/** Owners are told of a password that somebody knew and got no further with, once and by their own words. */
import { describe, expect, test } from "vitest";
import { database } from "@/lib/database/connection";
import { doJobs } from "@/lib/jobs/do-jobs";
import { sweep } from "@/lib/jobs/sweep";
import { before, now } from "@/lib/kernel/clock";
import { days, hours, milliseconds, minutes } from "@/lib/kernel/duration";
import { completeLogin } from "@/lib/login/complete-login";
import { cancelPendingLogin } from "@/lib/two-factor/cancel-pending-login";
import { at, pass } from "../support/clock";
import { letters, letterTo } from "../support/mailbox";
import { deliverPost } from "../support/post";
import {
  appCode,
  eventsAbout,
  giveCode,
  givePassword,
  logIn,
  organisation,
  type Person,
  person,
  somewhere,
  visitor,
} from "../support/world";

const warnings = (email: string) =>
  letters(email).filter(({ subject }) => subject.startsWith("Someone entered"));

async function sweepAndDeliver() {
  await sweep(minutes(1));
  await deliverPost();
}

async function answerWrongly(who: Person, token: string, times: number) {
  for (let time = 0; time < times; time += 1) {
    await completeLogin(token, "authenticator", appCode(who, 9), visitor);
  }
}

describe("a right password without a second step", () => {
  test.each([
    [minutes(3) - 1, 0],
    [minutes(3), 1],
  ])("is told of %i ms later in so many letters: %i", async (age, count) => {
    at("2027-05-03T14:32:00.000Z");
    const who = await person(await organisation());
    await givePassword(who);
    pass(milliseconds(age));
    await sweepAndDeliver();
    expect(warnings(who.email)).toHaveLength(count);
  });

  test("is told of once, with the moment, browser and address of the password", async () => {
    at("2027-05-03T14:32:00.000Z");
    const who = await person(await organisation());
    await givePassword(who);
    for (let minute = 0; minute < 6; minute += 1) {
      pass(minutes(1));
      await sweepAndDeliver();
    }
    expect(warnings(who.email)).toHaveLength(1);
    const { text } = letterTo(who.email);
    expect(text).toContain("14:32");
    expect(text).toContain(String(visitor.address));
  });

  test.each<[string, (who: Person, token: string) => Promise<void>]>([
    ["left alone", async () => void pass(minutes(3))],
    ["answered wrongly", (who, token) => answerWrongly(who, token, 3)],
  ])("and %s is told to its owner alone, as their organisation says it", async (_, goOn) => {
    at("2027-05-03T14:32:00.000Z");
    const bystanders = [await person(await organisation({ name: "Elsewhere" }))];
    const of = await organisation({ name: "Beta Works" });
    bystanders.push(await person(of));
    const who = await person(of, { authenticator: true });
    bystanders.push(await person(await organisation({ name: "Nowhere" })));
    await goOn(who, await givePassword(who));
    await sweepAndDeliver();
    expect(warnings(who.email)).toHaveLength(1);
    expect(letterTo(who.email).text).toContain("Beta Works");
    expect(bystanders.flatMap(({ email }) => letters(email))).toEqual([]);
  });

  test("that came more than once is told of with the moment of the last one", async () => {
    at("2027-05-03T14:32:00.000Z");
    const who = await person(await organisation(), { authenticator: true });
    for (let time = 0; time < 3; time += 1) {
      await givePassword(who);
      pass(minutes(1));
    }
    pass(minutes(3));
    await sweepAndDeliver();
    expect(warnings(who.email)).toHaveLength(1);
    expect(letterTo(who.email).text).toContain("14:34");
  });

  test("is told of once an hour, however often it is entered, and each time is in the audit log", async () => {
    at("2027-05-03T14:32:00.000Z");
    const of = await organisation();
    const [who, other] = [await person(of, { authenticator: true }), await person(of)];
    for (let login = 0; login < 6; login += 1) await givePassword(who);
    await givePassword(other);
    pass(minutes(3));
    await sweepAndDeliver();
    pass(milliseconds(hours(1) - 1));
    await answerWrongly(who, await givePassword(who), 3);
    await sweepAndDeliver();
    expect([warnings(who.email).length, warnings(other.email).length]).toEqual([1, 1]);
    pass(milliseconds(1));
    await answerWrongly(who, await givePassword(who), 3);
    await deliverPost();
    expect(warnings(who.email)).toHaveLength(2);
    const events = await database()
      .selectFrom("audit_events")
      .select("id")
      .where("event", "=", "login.unfinished")
      .where("target_id", "=", who.id)
      .execute();
    expect(events).toHaveLength(8);
  });

  test("is told of also when it was cancelled: whoever stole the password would press that", async () => {
    at("2027-05-03T14:32:00.000Z");
    const who = await person(await organisation());
    await cancelPendingLogin(await givePassword(who), visitor);
    pass(minutes(3));
    await sweepAndDeliver();
    expect(warnings(who.email)).toHaveLength(1);
  });

  test("is no news when the second step was proven, when none was due, or to one who is deactivated", async () => {
    at("2027-05-03T14:32:00.000Z");
    const of = await organisation();
    await logIn(await person(of, { authenticator: true }));
    await logIn(await person(of, { confirmed: false }));
    const gone = await person(of);
    await givePassword(gone);
    await database().updateTable("users").set({ status: "deactivated" }).where("id", "=", gone.id).execute();
    pass(minutes(3));
    await sweepAndDeliver();
    expect(letters().filter(({ subject }) => subject.startsWith("Someone entered"))).toEqual([]);
  });

  test("is no news where the same button was pressed twice and one login completed, and is where it was not", async () => {
    const of = await organisation();
    const told = async (seconds: number, from = visitor) => {
      at("2027-05-03T14:32:00.000Z");
      const who = await person(of, { authenticator: true });
      await givePassword(who);
      pass(milliseconds(seconds * 1_000));
      await giveCode(await givePassword(who, null, from), "authenticator", appCode(who), from);
      pass(minutes(3));
      await sweepAndDeliver();
      return warnings(who.email).length;
    };
    expect(await told(0)).toBe(0);
    expect(await told(9)).toBe(0);
    expect(await told(10)).toBe(1);
    expect(await told(0, somewhere())).toBe(1);
    expect(await told(0, { ...visitor, userAgent: "Another browser" })).toBe(1);
  });

  test("is no news any more after a day without a sweep", async () => {
    at("2027-05-03T14:32:00.000Z");
    const who = await person(await organisation());
    await givePassword(who);
    pass(days(1));
    await sweepAndDeliver();
    expect(warnings(who.email)).toEqual([]);
  });

  test("is in the audit log as an event of the account that nobody is known to have caused", async () => {
    at("2027-05-03T14:32:00.000Z");
    const who = await person(await organisation());
    await givePassword(who);
    pass(minutes(3));
    await sweep(minutes(1));
    const events = await database()
      .selectFrom("audit_events")
      .select(["actor_id", "target_id", "result", "reason"])
      .where("event", "=", "login.unfinished")
      .execute();
    expect(events).toEqual([
      { actor_id: null, target_id: who.id, result: "failure", reason: "no-second-step" },
    ]);
  });
});

test("one visit of a platform's cron finds it and sends the letter", async () => {
  // It must be what time it is by the database's clock, too, when the cron comes.
  at(before(now(), minutes(3)));
  const who = await person(await organisation());
  await givePassword(who);
  pass(minutes(3));
  expect(await doJobs()).toBe(1);
  expect(warnings(who.email)).toHaveLength(1);
  expect(await doJobs()).toBe(0);
});

describe("wrong codes", () => {
  test.each([
    [2, 0],
    [3, 1],
    [5, 1],
  ])("after %i of them the owner has so many letters at once: %i", async (times, count) => {
    const who = await person(await organisation(), { authenticator: true });
    await answerWrongly(who, await givePassword(who), times);
    await deliverPost();
    expect(warnings(who.email)).toHaveLength(count);
  });

  test("of one login are in the audit log as one that is unfinished, though more come after the third", async () => {
    const who = await person(await organisation(), { authenticator: true });
    await answerWrongly(who, await givePassword(who), 5);
    const events = await eventsAbout(who);
    expect(events.filter((event) => event === "login.unfinished")).toHaveLength(1);
  });

  test("are told of as it was then: the next code may be right", async () => {
    const who = await person(await organisation(), { authenticator: true });
    const token = await givePassword(who);
    await answerWrongly(who, token, 3);
    expect(await completeLogin(token, "authenticator", appCode(who), visitor)).toMatchObject({ ok: true });
    await deliverPost();
    expect(letterTo(who.email).text).toContain("Nobody had got in when this was sent.");
  });

  test("that were told of are not told of again by the sweep", async () => {
    at("2027-05-03T14:32:00.000Z");
    const who = await person(await organisation(), { authenticator: true });
    await answerWrongly(who, await givePassword(who), 3);
    pass(minutes(3));
    await sweepAndDeliver();
    expect(warnings(who.email)).toHaveLength(1);
  });
});
