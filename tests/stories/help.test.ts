import { describe, expect, test } from "vitest";
import { database } from "@/lib/database/connection";
import { hours, minutes } from "@/lib/kernel/duration";
import { askForHelp } from "@/lib/organisations/ask-for-help";
import { limits } from "@/lib/throttle/limit";
import { cancelPendingLogin } from "@/lib/two-factor/cancel-pending-login";
import { at, pass } from "../support/clock";
import { letters, letterTo } from "../support/mailbox";
import { deliverPost } from "../support/post";
import { givePassword, organisation, person, visitor } from "../support/world";

async function lockedOut() {
  const of = await organisation();
  const administrator = await person(of, { role: "administrator", email: `ada-${of.id}@example.com` });
  const who = await person(of, { name: "Jane Doe", authenticator: true });
  return { of, administrator, who };
}

const outcomes = async () => {
  const rows = await database()
    .selectFrom("audit_events")
    .select(["result", "reason"])
    .where("event", "=", "help.requested")
    .orderBy("id")
    .execute();
  return rows.map(({ result, reason }) => reason ?? result);
};

describe("asking an administrator for help", () => {
  test("mails each active, confirmed administrator of one's own organisation, with what to check first", async () => {
    const { of, administrator, who } = await lockedOut();
    const second = await person(of, { role: "administrator", email: "second@example.com" });
    await person(of, { role: "administrator", email: "gone@example.com", deactivated: true });
    await person(of, { role: "administrator", email: "unconfirmed@example.com", confirmed: false });
    await person(of, { role: "manager", email: "manager@example.com" });
    await person(await organisation(), { role: "administrator", email: "stranger@example.com" });
    await askForHelp(await givePassword(who), visitor);
    await deliverPost();
    expect(
      letters()
        .map(({ to }) => to)
        .sort(),
    ).toEqual([administrator.email, second.email].sort());
    const { subject, text } = letterTo(administrator.email);
    expect(subject).toContain("Jane Doe");
    expect(text).toContain(who.email);
    expect(text).toContain(`/administration/users/${who.id}`);
    expect(text.toLowerCase()).toContain("before you reset anything");
  });

  test("mails them once an hour, answers the same, and is in the audit log in between, too", async () => {
    at("2027-05-03T14:32:00.000Z");
    const { administrator, who } = await lockedOut();
    for (const [wait, count] of [
      [minutes(0), 1],
      [minutes(1), 1],
      [hours(1), 2],
    ] as const) {
      pass(wait);
      expect(await askForHelp(await givePassword(who), visitor)).toBeUndefined();
      await deliverPost();
      expect(letters(administrator.email)).toHaveLength(count);
    }
    expect(await outcomes()).toEqual(["success", "too-many", "success"]);
  });

  test("is in the audit log as often as tells of somebody who keeps asking, and answers the same", async () => {
    at("2027-05-03T14:32:00.000Z");
    const { who } = await lockedOut();
    const token = await givePassword(who);
    const { most } = limits["refusals-recorded-per-user"];
    for (let press = 0; press < most + 5; press += 1)
      expect(await askForHelp(token, visitor)).toBeUndefined();
    expect(await outcomes()).toEqual(["success", ...Array(most).fill("too-many")]);
  });

  test("is one user's own hour: another user is heard", async () => {
    const { of, administrator, who } = await lockedOut();
    await askForHelp(await givePassword(who), visitor);
    const other = await person(of, { name: "John Doe", email: "john@example.com", authenticator: true });
    await askForHelp(await givePassword(other), visitor);
    await deliverPost();
    expect(letters(administrator.email)).toHaveLength(2);
  });

  test("needs a login that is under way", async () => {
    const { who } = await lockedOut();
    const token = await givePassword(who);
    await cancelPendingLogin(token, visitor);
    for (const dead of [token, "nobody-has-this-token"])
      expect(await askForHelp(dead, visitor)).toBeUndefined();
    at(new Date());
    const old = await givePassword(who);
    pass(minutes(10));
    await askForHelp(old, visitor);
    await deliverPost();
    expect(letters()).toEqual([]);
    expect(await outcomes()).toEqual([]);
  });

  test("tells nobody who is no administrator any more when the letter goes out, and nothing to an address of before", async () => {
    const { of, administrator, who } = await lockedOut();
    const meanwhile = {
      "shut-out": { status: "deactivated" },
      demoted: { role: "manager" },
      moved: { email: "somebody-else@example.com", email_confirmed_at: null },
      renamed: { email: "new-name@example.com" },
    } as const;
    const waiting = [];
    for (const [name, change] of Object.entries(meanwhile))
      waiting.push({
        ...(await person(of, { role: "administrator", email: `${name}@example.com` })),
        change,
      });
    await askForHelp(await givePassword(who), visitor);
    for (const { id, change } of waiting)
      await database().updateTable("users").set(change).where("id", "=", id).execute();
    await deliverPost();
    expect(
      letters()
        .map(({ to }) => to)
        .sort(),
    ).toEqual([administrator.email, meanwhile.renamed.email].sort());
  });

  test("of the only administrator mails nobody and answers the same", async () => {
    const of = await organisation();
    const alone = await person(of, { role: "administrator", authenticator: true });
    expect(await askForHelp(await givePassword(alone), visitor)).toBeUndefined();
    await deliverPost();
    expect(letters()).toEqual([]);
  });
});
