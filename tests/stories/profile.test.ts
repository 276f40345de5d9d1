/** What people say about themselves: what of a change is written down, and what is none. */
import { expect, test } from "vitest";
import { changeProfile } from "@/lib/accounts/change-profile";
import { database } from "@/lib/database/connection";
import { logInByPassword } from "../support/staff";
import { organisation, person } from "../support/world";

async function jane() {
  const who = await person(await organisation({ switchedOn: false }), { name: "Jane Doe" });
  const { actor } = await logInByPassword(who);
  const row = () =>
    database()
      .selectFrom("users")
      .select(["name", "language", "revision"])
      .where("id", "=", who.id)
      .executeTakeFirstOrThrow();
  const changes = async () => {
    const events = await database()
      .selectFrom("audit_events")
      .select("detail")
      .where("event", "=", "user.changed")
      .where("target_id", "=", who.id)
      .orderBy("id")
      .execute();
    return events.map(({ detail }) => detail);
  };
  return { actor, row, changes };
}

test("a change of one's own profile tells what was, and what is", async () => {
  const { actor, row, changes } = await jane();
  await changeProfile(actor, { name: "Jane Roe" });
  await changeProfile(actor, { name: "Jane Roe", language: "de" });
  await changeProfile(actor, { name: "Jane Poe", language: null });
  expect(await changes()).toEqual([
    { name: ["Jane Doe", "Jane Roe"] },
    { language: [null, "de"] },
    { name: ["Jane Roe", "Jane Poe"], language: ["de", null] },
  ]);
  expect(await row()).toEqual({ name: "Jane Poe", language: null, revision: 4 });
});

test("a profile that is saved as it was is no change: no event, and nobody else's form is out of date", async () => {
  const { actor, row, changes } = await jane();
  await changeProfile(actor, { name: "Jane Doe" });
  await changeProfile(actor, { name: "Jane Doe", language: null });
  expect(await changes()).toEqual([]);
  expect(await row()).toMatchObject({ revision: 1 });
});

test("what a change does not name stays as somebody else has made it meanwhile", async () => {
  const { actor, row, changes } = await jane();
  await database().updateTable("users").set({ name: "Jane Roe" }).where("id", "=", actor.userId).execute();
  await changeProfile(actor, { language: "de" });
  await changeProfile(actor, {});
  expect(await changes()).toEqual([{ language: [null, "de"] }]);
  expect(await row()).toMatchObject({ name: "Jane Roe", language: "de" });
});
