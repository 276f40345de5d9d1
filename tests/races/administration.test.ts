/** Forty administrators at once. */
import { expect, test } from "vitest";
import { database } from "@/lib/database/connection";
import { addUser } from "@/lib/organisations/add-user";
import { editSettings } from "@/lib/organisations/edit-settings";
import { deleteTeam } from "@/lib/organisations/edit-teams";
import { editUser } from "@/lib/organisations/edit-user";
import type { Permitted } from "@/lib/organisations/permission";
import type { UserFields } from "@/lib/organisations/user-change";
import { forty } from "../support/forty";
import { holder, holding, team } from "../support/staff";
import { logIn, organisation, type Person, person, visitorFrom } from "../support/world";

const demotion = ({ name, email }: Pick<Person, "name" | "email">): UserFields => ({
  name,
  email,
  role: "member",
  status: "active",
  teamIds: [],
});

/** Forty administrators, each with what they hold. */
async function fortyAdministrators() {
  const of = await organisation({ switchedOn: false });
  return forty(async (index) => {
    const email = `admin-${index}@example.com`;
    const who = await person(of, { role: "administrator", email });
    const { actor } = await logIn(who, visitorFrom(index));
    return { who, by: holding(actor, "users.edit") };
  });
}

const demote = (by: Permitted<"users.edit">, who: Person) =>
  editUser(by, who.id, demotion(who), { revision: 1, sendActivation: false });

const administratorsLeft = () =>
  database()
    .selectFrom("users")
    .select(["id", "password_hash"])
    .where("role", "=", "administrator")
    .execute();

test("of forty administrators who step down at once, one stays", async () => {
  const people = await fortyAdministrators();
  const outcomes = await Promise.all(people.map(({ by, who }) => demote(by, who)));
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(39);
  expect(outcomes.filter((outcome) => !outcome.ok && outcome.code === "last-administrator")).toHaveLength(1);
  expect(await administratorsLeft()).toHaveLength(1);
});

test("of forty administrators who demote one another at once, none does who is demoted by then", async () => {
  const people = await fortyAdministrators();
  const outcomes = await Promise.all(
    people.map(({ who }, index) => {
      const { by } = people.at(index - 1) as (typeof people)[number];
      return demote(by, who);
    }),
  );
  for (const outcome of outcomes) if (!outcome.ok) expect(outcome.code).toBe("session-ended");
  const demotions = await database()
    .selectFrom("audit_events")
    .select(["actor_id", "target_id"])
    .where("event", "=", "user.changed")
    .orderBy("id")
    .execute();
  expect(demotions).toHaveLength(outcomes.filter(({ ok }) => ok).length);
  for (const [index, { actor_id }] of demotions.entries())
    expect(demotions.slice(0, index).map(({ target_id }) => target_id)).not.toContain(actor_id);
});

test("of forty administrators who are demoted at once, the one who stays has chosen a password", async () => {
  const of = await organisation();
  const people = await forty((index) =>
    person(of, {
      role: "administrator",
      email: `admin-${index}@example.com`,
      withoutPassword: index >= 4,
    }),
  );
  const by = await holder(await person(of, { role: "administrator" }), "users.edit");
  // So that whoever demotes them is none of those who count.
  await database().updateTable("users").set({ password_hash: null }).where("id", "=", by.userId).execute();
  const outcomes = await Promise.all(people.map((who) => demote(by, who)));
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(39);
  const left = (await administratorsLeft()).filter(({ id }) => id !== by.userId);
  expect(left).toEqual([{ id: expect.any(String), password_hash: expect.any(String) }]);
});

test("of forty who add one address at once, one adds it and the others are told", async () => {
  const of = await organisation();
  const invite = await holder(await person(of, { role: "administrator" }), "users.invite");
  const outcomes = await forty((index) =>
    addUser(
      invite,
      {
        name: `Una ${index}`,
        email: index % 2 ? "una@example.com" : "UNA@example.com",
        role: "member",
        status: "active",
        teamIds: [],
      },
      { sendActivation: true },
    ),
  );
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(outcomes.filter((outcome) => !outcome.ok && outcome.code === "email-taken")).toHaveLength(39);
});

test("of forty presses that add one user, one adds them, and the others lead to them", async () => {
  const of = await organisation();
  const invite = await holder(await person(of, { role: "administrator" }), "users.invite");
  const una = demotion({ name: "Una Newton", email: "una@example.com" });
  const outcomes = await forty(() => addUser(invite, una, { sendActivation: true }));
  const told = outcomes.map((outcome) => outcome.ok && outcome.value.told);
  expect(told.sort()).toEqual(["mailed", ...Array(39).fill("there-already")]);
  expect(new Set(outcomes.map((outcome) => outcome.ok && outcome.value.id)).size).toBe(1);
});

test("of forty who put somebody into a team while it is deleted, none meets a fault, and it is gone for all", async () => {
  const of = await organisation();
  const invite = await holder(await person(of, { role: "administrator" }), "users.invite");
  const north = await team(of, "North");
  const outcomes = await forty<{ ok: boolean; code?: string }>((index) => {
    if (index === 20) return deleteTeam(holding(invite, "settings.edit"), north);
    const who = {
      ...demotion({ name: `Una ${index}`, email: `una-${index}@example.com` }),
      teamIds: [north],
    };
    return addUser(invite, who, { sendActivation: false });
  });
  const refused = outcomes.filter(({ ok, code }) => !ok && code !== "team-unknown");
  expect(refused).toEqual([]);
  expect(await database().selectFrom("team_members").select("user_id").execute()).toEqual([]);
});

test("of forty who give one address to forty users at once, one does", async () => {
  const of = await organisation();
  const by = await holder(await person(of, { role: "administrator" }), "users.edit");
  const people = await forty(() => person(of));
  const outcomes = await forty((index) => {
    const target = people[index] as Person;
    const wanted = { ...demotion(target), email: "wanted@example.com" };
    return editUser(by, target.id, wanted, { revision: 1, sendActivation: false });
  });
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(outcomes.filter((outcome) => !outcome.ok && outcome.code === "email-taken")).toHaveLength(39);
});

test("of forty saves on one revision at once, one is kept", async () => {
  const of = await organisation();
  const by = await holder(await person(of, { role: "administrator" }), "users.edit");
  const target = await person(of);
  const users = await forty((index) =>
    editUser(
      by,
      target.id,
      { ...demotion(target), name: `Name ${index}` },
      { revision: 1, sendActivation: false },
    ),
  );
  const settings = await forty((index) =>
    editSettings(holding(by, "settings.edit"), { name: `Acme ${of.id} ${index}` }, { revision: 1 }),
  );
  for (const outcomes of [users, settings]) {
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.code === "changed-meanwhile")).toHaveLength(
      39,
    );
  }
});
