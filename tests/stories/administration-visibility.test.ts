/** One table of roles, teams and acts: what each role may do to a user, by where that user stands. */
import { beforeEach, describe, expect, test } from "vitest";
import { addUser } from "@/lib/organisations/add-user";
import { previewSending } from "@/lib/organisations/describe-sending";
import { describeUser } from "@/lib/organisations/describe-user";
import { downloadUsers } from "@/lib/organisations/download-users";
import { editUser } from "@/lib/organisations/edit-user";
import { endUserSessions } from "@/lib/organisations/end-user-sessions";
import { listUsers } from "@/lib/organisations/list-users";
import { type Permission, type Permitted, permitted } from "@/lib/organisations/permission";
import { readView } from "@/lib/organisations/user-view";
import type { FreshActor } from "@/lib/sessions/actor";
import type { Role } from "@/lib/sessions/session";
import { team } from "../support/staff";
import { logIn, organisation, type Person, person } from "../support/world";

/** Where the other user stands, seen from whoever acts. */
const places = [
  "same team",
  "another team",
  "no team",
  "manager in the same team",
  "another organisation",
] as const;
type PlaceName = (typeof places)[number];

type Actor<P extends Permission> = FreshActor & Permitted<P>;

/** Each act, with the permission it asks for; true when it was done to `other`. */
const acts: Record<string, (actor: FreshActor, other: Person) => Promise<boolean>> = {
  see: async (actor, other) =>
    within(actor, "users.view", async (by) => {
      const { users } = await listUsers(by, readView({}), null);
      return users.some(({ id }) => id === other.id);
    }),
  count: async (actor, other) =>
    within(actor, "users.view", async (by) => {
      const { found } = await listUsers(by, readView({ search: other.email }), null);
      return found.count === 1;
    }),
  download: async (actor, other) =>
    within(actor, "users.view", async (by) => {
      const columns = [{ heading: "E-mail", cell: ({ email }: { email: string }) => email }];
      let file = "";
      for await (const piece of await downloadUsers(by, readView({}), columns)) file += piece;
      return file.includes(other.email);
    }),
  open: async (actor, other) =>
    within(actor, "users.edit", async (by) => (await describeUser(by, other.id)) !== undefined),
  edit: async (actor, other) =>
    within(actor, "users.edit", async (by) => {
      const described = await describeUser(by, other.id);
      const teamIds = described?.user.teams.map(({ id }) => id) ?? [];
      const wanted = {
        name: "Changed",
        email: other.email,
        role: "member",
        status: "active",
        teamIds,
      } as const;
      return (await editUser(by, other.id, wanted, { revision: 1, sendActivation: false })).ok;
    }),
  "end sessions": async (actor, other) =>
    within(actor, "users.edit", async (by) => (await endUserSessions(by, other.id)).ok),
};

const everybodyOfTheOrganisation: PlaceName[] = [
  "same team",
  "another team",
  "no team",
  "manager in the same team",
];
const seenByManagers: PlaceName[] = ["same team", "manager in the same team"];
const changedByManagers: PlaceName[] = ["same team"];

/** Who may do what to whom. What is not here may not be. */
const table: Record<Role, Record<string, PlaceName[]>> = {
  administrator: Object.fromEntries(Object.keys(acts).map((act) => [act, everybodyOfTheOrganisation])),
  manager: {
    see: seenByManagers,
    count: seenByManagers,
    download: seenByManagers,
    open: changedByManagers,
    edit: changedByManagers,
    "end sessions": changedByManagers,
  },
  member: {},
};

let actors: Record<Role, FreshActor>;
let others: Record<PlaceName, Person>;

beforeEach(async () => {
  const of = await organisation({ switchedOn: false });
  const elsewhere = await organisation({ switchedOn: false });
  const own = {
    administrator: await person(of, { role: "administrator" }),
    manager: await person(of, { role: "manager", name: "Milan Moss" }),
    member: await person(of),
  };
  others = {
    "same team": await person(of),
    "another team": await person(of),
    "no team": await person(of),
    "manager in the same team": await person(of, { role: "manager" }),
    "another organisation": await person(elsewhere),
  };
  const { "same team": near, "manager in the same team": manager } = others;
  await team(of, "North", [...Object.values(own), near, manager]);
  await team(of, "South", [others["another team"]]);
  await team(elsewhere, "North", [others["another organisation"]]);
  actors = {
    administrator: (await logIn(own.administrator)).actor,
    manager: (await logIn(own.manager)).actor,
    member: (await logIn(own.member)).actor,
  };
});

describe.each(Object.keys(table) as Role[])("a %s", (role) => {
  test.each(Object.entries(acts))("may %s exactly those users that the table says", async (name, act) => {
    const done: PlaceName[] = [];
    for (const place of places) if (await act(actors[role], others[place])) done.push(place);
    expect(done).toEqual(table[role][name] ?? []);
  });
});

test("a manager sees the names of their own teams alone", async () => {
  const near = others["same team"];
  await team({ id: near.organisationId }, "East", [near]);
  const by = permitted(actors.manager, "users.view") as Actor<"users.view">;
  const { users, teams } = await listUsers(by, readView({}), null);
  expect(teams.map(({ name }) => name)).toEqual(["North"]);
  expect(new Set(users.flatMap((user) => user.teams))).toEqual(new Set(["North"]));
  const edit = permitted(actors.manager, "users.edit") as Actor<"users.edit">;
  const described = await describeUser(edit, near.id);
  expect(described?.user.teams.map(({ name }) => name)).toEqual(["North"]);
});

test("a manager who asks for another team is shown nobody, also none of their own people who are in it", async () => {
  const near = others["same team"];
  const foreign = await team({ id: near.organisationId }, "East", [near]);
  const { filter, sort } = readView({ team: foreign });
  const view = permitted(actors.manager, "users.view") as Actor<"users.view">;
  expect(await listUsers(view, { filter, sort }, null)).toMatchObject({ users: [], found: { count: 0 } });
  const columns = [{ heading: "E-mail", cell: ({ email }: { email: string }) => email }];
  let file = "";
  for await (const piece of await downloadUsers(view, { filter, sort }, columns)) file += piece;
  expect(file).not.toContain(near.email);
  const invite = permitted(actors.manager, "users.invite") as Actor<"users.invite">;
  const { recipients, leftOut } = await previewSending(invite, filter, new Date());
  expect(recipients + leftOut.confirmed).toBe(0);
});

test("a manager reads what happened to a user, and who did it only of those whom they see", async () => {
  const near = others["same team"];
  const ada = await person({ id: near.organisationId }, { role: "administrator", name: "Ada Archer" });
  const rename = async (actor: FreshActor, name: string, revision: number) => {
    const by = permitted(actor, "users.edit") as Actor<"users.edit">;
    const { user } = (await describeUser(by, near.id)) ?? {};
    if (!user) throw new Error("The user is out of reach");
    const wanted = { ...user, name, teamIds: user.teams.map(({ id }) => id) };
    await editUser(by, near.id, wanted, { revision, sendActivation: false });
    return (await describeUser(by, near.id))?.events.map(({ event, actor }) => [event, actor]);
  };
  expect(await rename((await logIn(ada)).actor, "First", 1)).toEqual([["user.changed", "Ada Archer"]]);
  expect(await rename(actors.manager, "Second", 2)).toEqual([
    ["user.changed", "Milan Moss"],
    ["user.changed", null],
  ]);
});

test("whoever was added by a manager is seen by that manager", async () => {
  const view = permitted(actors.manager, "users.view") as Actor<"users.view">;
  const { teams } = await listUsers(view, readView({}), null);
  const wanted = {
    name: "New",
    email: "new@example.com",
    role: "member",
    status: "active",
    teamIds: teams.map(({ id }) => id),
  } as const;
  const invite = permitted(actors.manager, "users.invite") as Actor<"users.invite">;
  expect((await addUser(invite, wanted, { sendActivation: false })).ok).toBe(true);
  expect((await listUsers(view, readView({ search: "new@example.com" }), null)).found.count).toBe(1);
});

async function within<P extends Permission>(
  actor: FreshActor,
  permission: P,
  act: (by: Actor<P>) => Promise<boolean>,
): Promise<boolean> {
  const by = permitted(actor, permission);
  return by ? act(by) : false;
}
