/** Teams: who makes them, what they are called, and what is left when one ends. */
import { sql } from "kysely";
import { expect, test } from "vitest";
import { database } from "@/lib/database/connection";
import { describeTeam, describeTeams } from "@/lib/organisations/describe-teams";
import { addTeam, deleteTeam, renameTeam } from "@/lib/organisations/edit-teams";
import { holder, holding, team } from "../support/staff";
import { organisation, person } from "../support/world";

async function acme() {
  const of = await organisation({ switchedOn: false });
  const by = await holder(await person(of, { role: "administrator" }), "settings.edit");
  return { of, by, view: holding(by, "settings.view") };
}

test("teams are listed by name, as people count, with how many are in them", async () => {
  const { of, by, view } = await acme();
  await addTeam(by, "South 10");
  await addTeam(by, "south 9");
  await addTeam(by, "Ägypten");
  await team(of, "North", [await person(of), await person(of)]);
  await team(await organisation(), "Elsewhere");
  const teams = await describeTeams(view);
  expect(teams.map(({ name, members }) => [name, members])).toEqual([
    ["Ägypten", 0],
    ["North", 2],
    ["south 9", 0],
    ["South 10", 0],
  ]);
});

test("a name is had once in an organisation, whatever its case", async () => {
  const { by } = await acme();
  const other = await acme();
  const north = await addTeam(by, "North");
  expect(await addTeam(by, "NORTH")).toMatchObject({ code: "name-taken" });
  expect((await addTeam(other.by, "North")).ok).toBe(true);
  const south = await addTeam(by, "South");
  if (!north.ok || !south.ok) throw new Error("The teams were not added");
  expect(await renameTeam(by, south.value.id, "north")).toMatchObject({ code: "name-taken" });
  expect((await renameTeam(by, north.value.id, "NORTH")).ok).toBe(true);
});

test("an organisation has two thousand teams at most, and may add one again when one is deleted", async () => {
  const { of, by } = await acme();
  const [first] = await database()
    .insertInto("teams")
    .expression(
      sql`select gen_random_uuid(), ${of.id}::uuid, 'Team ' || number from generate_series(1, 2000) number`,
    )
    .columns(["id", "organisation_id", "name"])
    .returning("id")
    .execute();
  expect(await addTeam(by, "South")).toMatchObject({ code: "too-many-teams" });
  expect((await addTeam((await acme()).by, "South")).ok).toBe(true);
  expect((await deleteTeam(by, String(first?.id))).ok).toBe(true);
  expect((await addTeam(by, "South")).ok).toBe(true);
  expect(await addTeam(by, "North")).toMatchObject({ code: "too-many-teams" });
});

test("the audit log tells what a team was called before and after, and of no name that stays", async () => {
  const { of, by } = await acme();
  const id = await team(of, "North");
  for (const name of ["North", "South", "SOUTH"]) expect((await renameTeam(by, id, name)).ok).toBe(true);
  const renamed = await database()
    .selectFrom("audit_events")
    .select("detail")
    .where("event", "=", "team.renamed")
    .orderBy("id")
    .execute();
  expect(renamed.map(({ detail }) => detail)).toEqual([
    { team: ["North", "South"] },
    { team: ["South", "SOUTH"] },
  ]);
});

test("a team that ends leaves its members their accounts", async () => {
  const { of, by } = await acme();
  const jane = await person(of);
  const id = await team(of, "North", [jane]);
  expect(await describeTeam(by, id)).toEqual({ id, name: "North", members: 1 });
  expect((await deleteTeam(by, id)).ok).toBe(true);
  expect(await describeTeam(by, id)).toBeUndefined();
  const left = await database().selectFrom("users").select("id").where("id", "=", jane.id).execute();
  expect(left).toHaveLength(1);
});

test("a team of another organisation, or of none, is not found", async () => {
  const { by } = await acme();
  const foreign = await team(await organisation(), "Foreign");
  for (const id of [foreign, "not-an-id"]) {
    expect(await describeTeam(by, id)).toBeUndefined();
    expect(await renameTeam(by, id, "Mine")).toMatchObject({ code: "not-found" });
    expect(await deleteTeam(by, id)).toMatchObject({ code: "not-found" });
  }
});
