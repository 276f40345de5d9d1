/** The list of users: what it shows, in which order, page by page, and as a file. */
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { detailTexts } from "@/app/(signed-in)/administration/audit/event-text";
import { database } from "@/lib/database/connection";
import { inTransaction } from "@/lib/database/transaction";
import type { AddressParameters } from "@/lib/kernel/address-parameters";
import { downloadUsers } from "@/lib/organisations/download-users";
import { renameTeam } from "@/lib/organisations/edit-teams";
import { listUsers, pageSize } from "@/lib/organisations/list-users";
import { shownUsers } from "@/lib/organisations/shown-users-queries";
import { countShown, listShown } from "@/lib/organisations/user-list-queries";
import { searchParts } from "@/lib/organisations/user-search-queries";
import { readView, type UserPlace } from "@/lib/organisations/user-view";
import { reachOf } from "@/lib/organisations/visibility";
import type { Method } from "@/lib/two-factor/method";
import { mostFailuresInARow, usableMethods } from "@/lib/two-factor/policy";
import { wordsIn } from "@/lib/words/words";
import { holder, holding, team } from "../support/staff";
import { organisation, person } from "../support/world";

test("the teams of a listed user stand as people count, also beside a search, and no colleague's among them", async () => {
  const { of, ada, by } = await acme();
  await team(of, "Team 3", [await person(of)]);
  for (const name of ["Team 10", "team 1", "Team 2"]) await team(of, name, [ada]);
  for (const view of [{}, { search: "ada" }]) {
    const [listed] = (await listUsers(by, readView(view), null)).users;
    expect(listed?.teams).toEqual(["team 1", "Team 2", "Team 10"]);
  }
});

async function acme(wishes: Parameters<typeof organisation>[0] = {}) {
  const of = await organisation(wishes);
  const ada = await person(of, { role: "administrator", name: "Ada Archer", email: "ada@acme.example" });
  return { of, ada, by: await holder(ada, "users.view") };
}

type By = Awaited<ReturnType<typeof acme>>["by"];

const namesIn = async (by: By, parameters: AddressParameters, place: UserPlace = null) =>
  (await listUsers(by, readView(parameters), place)).users.map(({ name }) => name);

describe("a search", () => {
  test.each<[string, string[]]>([
    ["jör", ["Björn Åberg"]],
    ["BJORN", ["Björn Åberg"]],
    ["aberg", ["Björn Åberg"]],
    ["straße", ["Hans Strasse"]],
    ["Łuk", ["Lukasz Nowak"]],
    ["@example.org", ["Percent Sign"]],
    ["100%", ["Percent Sign"]],
    ["100_", []],
    ["\\", []],
    ["a", ["Ada Archer"]],
    ["lu", ["Lukasz Nowak"]],
    ["uk", []],
    ["n\nb", []],
    ["ukasz nowak", ["Lukasz Nowak"]],
    ["ukasz nowe", []],
    ["ercent%sign", []],
    ["00%@example.org", ["Percent Sign"]],
    ["00%@example.net", []],
    ["zö", ["Otto Ray"]],
    ["Zoë", ["Otto Ray"]],
    ["ΓΙΏΡΓΟΣ", ["Γιώργος Παππάς"]],
    ["παππας", ["Γιώργος Παππάς"]],
    ["ΠΑΠΠΆΣ", ["Γιώργος Παππάς"]],
    ["γιωργοσ", ["Γιώργος Παππάς"]],
  ])("for %j finds %j", async (search, found) => {
    const { of, by } = await acme();
    await person(of, { name: "Björn Åberg", email: "b.a@acme.example" });
    await person(of, { name: "Hans Strasse", email: "h.s@acme.example" });
    await person(of, { name: "Lukasz Nowak", email: "l.n@acme.example" });
    await person(of, { name: "Percent Sign", email: "100%@example.org" });
    await person(of, { name: "Otto Ray", email: "zoe@acme.example" });
    await person(of, { name: "Γιώργος Παππάς", email: "g.p@acme.example" });
    expect(await namesIn(by, { search })).toEqual(found);
  });
});

test("a search finds whoever has the term inside of a name or an address, or at its beginning when it is short, also for those who send to all who are shown", async () => {
  const { of, ada, by } = await acme();
  const people = [ada, await person(of, { name: "Ana Bel", email: "anabel.mar_a@acme.example" })];
  const names = [
    "Maria Lamar",
    "Lamar Maria",
    "Mara",
    "Ama Ra",
    "Zoë Arm",
    "Ana 100% Maria Garcia",
    "Anabel",
  ];
  for (const name of names) {
    const inAddress = name.replaceAll(/[^a-z]+/gi, ".");
    people.push(await person(of, { name, email: `${inAddress}@acme.example` }));
    people.push(await person(of, { name, email: `x${name.length}.${inAddress}@acme.example` }));
  }
  const members = people.filter((_, index) => index % 3 > 0);
  const north = await team(of, "North", members);
  const shown = { reach: reachOf(by), allowed: ["email" as const] };
  const terms = [
    ...["m", "ma", "ra", "r@", ".", "l", "an", "ana", "anab", "anabel", "mar", "mara", "ama", "arm", "acme"],
    ...["lamar maria", "ria garc", "% maria g", "maria garcia lopez", "garcia maria", "a b", "r_a", "0%"],
    ...["aria.lamar@acme", "mara@acme.example", "@acme", "r@acme", "mara@example", "e.m", "x4.mar"],
  ];
  const folded = (text: string) => text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
  for (const search of terms) {
    const has = (text: string) =>
      search.length > 2 ? folded(text).includes(search) : folded(text).startsWith(search);
    const expected = people.filter(({ name, email }) => has(name) || has(email)).map(({ id }) => id);
    const { filter } = readView({ search });
    const letThrough = await shownUsers(database(), { ...shown, filter })
      .select("users.id")
      .execute();
    expect(letThrough.map(({ id }) => id).sort(), search).toEqual(expected.sort());
    for (const sort of ["name", "-email"]) {
      const { users, found } = await listUsers(by, readView({ search, sort }), null);
      expect(users.map(({ id }) => id).sort(), search).toEqual(expected);
      expect(found.count).toBe(expected.length);
    }
    const inTeam = await listUsers(by, readView({ search, team: north }), null);
    const expectedInTeam = expected.filter((id) => members.some((member) => member.id === id));
    expect(inTeam.users.map(({ id }) => id).sort(), search).toEqual(expectedInTeam);
    expect(inTeam.found.count).toBe(expectedInTeam.length);
  }
});

/** Every way to stand that there is: e-mail is off only beside an authenticator. */
const standings = [true, false].flatMap((emailConfirmed) =>
  [
    { emailMethodEnabled: true, authenticatorOn: false, authenticatorLockedOut: false },
    { emailMethodEnabled: true, authenticatorOn: true, authenticatorLockedOut: false },
    { emailMethodEnabled: false, authenticatorOn: true, authenticatorLockedOut: false },
    { emailMethodEnabled: true, authenticatorOn: false, authenticatorLockedOut: true },
    { emailMethodEnabled: false, authenticatorOn: false, authenticatorLockedOut: true },
  ].map((others) => ({ emailConfirmed, ...others })),
);

const bothMethods: Method[] = ["email", "authenticator"];

const enrol = (userId: string) =>
  database()
    .insertInto("authenticators")
    .values({ user_id: userId, secret_sealed: "sealed", enabled_at: new Date(), last_step: 0 })
    .execute();

const lockOut = (who: { id: string }) =>
  database()
    .updateTable("authenticators")
    .set({ failures_in_a_row: mostFailuresInARow })
    .where("user_id", "=", who.id)
    .execute();

describe("a filter", () => {
  const filters: [AddressParameters, string[]][] = [
    [{ email: "confirmed" }, ["Ada Archer", "Dan", "Emma", "Theo"]],
    [{ email: "not-confirmed" }, ["Una"]],
    [{ "two-factor": "on" }, ["Ada Archer", "Dan", "Emma", "Theo"]],
    [{ "two-factor": "off" }, ["Una"]],
    [{ "two-factor": "email" }, ["Ada Archer", "Dan", "Emma"]],
    [{ "two-factor": "authenticator" }, ["Emma", "Theo"]],
    [{ role: "manager" }, ["Emma"]],
    [{ status: "deactivated" }, ["Dan"]],
    [{ status: "active", "two-factor": "authenticator", role: "member" }, ["Theo"]],
  ];
  test.each(filters)("%j shows %j", async (parameters, shown) => {
    const { of, by } = await acme();
    await person(of, { name: "Dan", deactivated: true });
    await person(of, { name: "Emma", role: "manager", authenticator: true });
    await person(of, { name: "Theo", authenticator: true, emailMethodEnabled: false });
    await person(of, { name: "Una", confirmed: false });
    expect(await namesIn(by, parameters)).toEqual(shown);
  });

  test("for a team shows its members, and nobody of another one", async () => {
    const { of, ada, by } = await acme();
    await team(of, "South", [ada]);
    const north = await team(of, "North", [await person(of, { name: "Nora" })]);
    expect(await namesIn(by, { team: north })).toEqual(["Nora"]);
  });

  test("counts no method that the organisation does not allow", async () => {
    const { of, by } = await acme({ allowedMethods: ["authenticator"] });
    await person(of, { name: "Theo", authenticator: true });
    expect(await namesIn(by, { "two-factor": "on" })).toEqual(["Theo"]);
    expect(await namesIn(by, { "two-factor": "off" })).toEqual(["Ada Archer"]);
    expect(await namesIn(by, { "two-factor": "email" })).toEqual([]);
  });

  test.each<{ allowed: Method[] }>([
    { allowed: ["email", "authenticator"] },
    { allowed: ["email"] },
    { allowed: ["authenticator"] },
  ])(
    "and the list count the methods that a login would offer, where $allowed are allowed",
    async ({ allowed }) => {
      const { of, ada, by } = await acme({ allowedMethods: allowed });
      const offered = new Map<string, Method[]>([[ada.name, allowed.filter((method) => method === "email")]]);
      for (const standing of standings) {
        const {
          emailConfirmed: confirmed,
          emailMethodEnabled,
          authenticatorOn,
          authenticatorLockedOut,
        } = standing;
        const authenticator = authenticatorOn || authenticatorLockedOut;
        const who = await person(of, {
          name: JSON.stringify(standing),
          confirmed,
          emailMethodEnabled,
          authenticator,
        });
        if (authenticatorLockedOut) await lockOut(who);
        offered.set(who.name, usableMethods({ ...standing, switchedOn: true, allowedMethods: allowed }));
      }
      const { users } = await listUsers(by, readView({}), null);
      expect(new Map(users.map(({ name, methods }) => [name, methods]))).toEqual(offered);
      const shown = async (twoFactor: string) => new Set(await namesIn(by, { "two-factor": twoFactor }));
      const whoHas = (has: (methods: Method[]) => boolean) =>
        new Set([...offered].filter(([, methods]) => has(methods)).map(([name]) => name));
      expect(await shown("on")).toEqual(whoHas((methods) => methods.length > 0));
      expect(await shown("off")).toEqual(whoHas((methods) => methods.length === 0));
      expect(await shown("email")).toEqual(whoHas((methods) => methods.includes("email")));
      expect(await shown("authenticator")).toEqual(whoHas((methods) => methods.includes("authenticator")));
    },
  );
});

test("a search within a filter finds, and counts, those whom both of them find by themselves", async () => {
  const { of, by } = await acme();
  const names = [
    "Maria Berg",
    "Berg Maria",
    "Maria Berg Lund",
    "Bergit",
    "Lund-Berg Ada",
    "Ada Lund-Berg",
    "O'Berg",
  ];
  for (const [index, name] of names.entries()) {
    for (const [turn, standing] of standings.entries()) {
      const who = await person(of, {
        name,
        email: `${["berg", "m.berg", "x"][(index + turn) % 3]}.${index}.${turn}@acme.example`,
        role: turn % 4 === 1 ? "manager" : "member",
        deactivated: turn % 5 === 3,
        confirmed: standing.emailConfirmed,
        emailMethodEnabled: standing.emailMethodEnabled,
        authenticator: standing.authenticatorOn || standing.authenticatorLockedOut,
      });
      if (standing.authenticatorLockedOut) await lockOut(who);
    }
  }
  const found = async (parameters: AddressParameters) => {
    const shown = { reach: reachOf(by), filter: readView(parameters).filter, allowed: bothMethods };
    const whole = { sort: "name", start: undefined, limit: 1_000 } as const;
    const rows = await listShown(database(), shown, { ...whole, isOfMany: true });
    expect(await listShown(database(), shown, { ...whole, isOfMany: false })).toEqual(rows);
    expect(await countShown(database(), shown)).toEqual({ count: rows.length, isMore: false });
    return rows.map(({ id }) => id);
  };
  const filters: AddressParameters[] = [
    ...["confirmed", "not-confirmed"].map((email) => ({ email })),
    ...["on", "off", "email", "authenticator"].map((method) => ({ "two-factor": method })),
    ...[{ role: "manager" }, { status: "active" }, { status: "deactivated" }],
    { email: "not-confirmed", "two-factor": "authenticator", status: "active" },
  ];
  const filtered: { filter: AddressParameters; ids: string[] }[] = [];
  for (const filter of filters) filtered.push({ filter, ids: await found(filter) });
  for (const search of ["berg", "Bér", "lund", "lund-b", "o'berg", "'berg", "erg", "maria", "be", "m.berg"]) {
    const everywhere = new Set(await found({ search }));
    expect(everywhere.size, search).toBeGreaterThan(0);
    for (const { filter, ids } of filtered) {
      const both = ids.filter((id) => everywhere.has(id));
      expect((await found({ ...filter, search })).sort(), JSON.stringify({ search, filter })).toEqual(
        both.sort(),
      );
    }
  }
}, 60_000);

test.each<AddressParameters>([
  {},
  // Who is found often is found near the start of a page, and on the last page by an index.
  { search: "ample" },
  { search: "ample", email: "confirmed" },
  // In two parts, the second of which has everybody else.
  { "two-factor": "on" },
])(
  "each order of %j holds over all pages, forwards and backwards, nobody twice and nobody missing",
  async (view) => {
    const { of, by } = await acme();
    const count = 2 * pageSize + 7;
    for (let index = 0; index < count; index += 1) {
      // Many of one name: only the id tells them apart.
      await person(of, {
        name: index % 3 === 0 ? "Same Name" : `Person ${(index * 37) % count}`,
        ...(index % 2 === 0 && { authenticator: true, emailMethodEnabled: false }),
      });
    }
    await person(await organisation(), { name: "Person 0" });
    for (const sort of ["name", "-name", "email", "-email"]) {
      const pages: string[][] = [];
      const values: string[] = [];
      let place: UserPlace = null;
      do {
        const page = await listUsers(by, readView({ ...view, sort }), place);
        pages.push(page.users.map(({ id }) => id));
        values.push(...page.users.map(({ sortedBy }) => sortedBy));
        place = page.next;
      } while (place);
      expect(pages.map((page) => page.length)).toEqual([pageSize, pageSize, 8]);
      expect(new Set(pages.flat()).size).toBe(count + 1);
      if (sort.startsWith("-")) values.reverse();
      expect(values).toEqual([...values].sort());

      const last = await listUsers(by, readView({ ...view, sort }), { after: pages[1]?.at(-1) ?? "" });
      expect(last.next).toBeNull();
      const back = await listUsers(by, readView({ ...view, sort }), last.previous);
      expect(back.users.map(({ id }) => id)).toEqual(pages[1]);
      const first = await listUsers(by, readView({ ...view, sort }), back.previous);
      expect(first.users.map(({ id }) => id)).toEqual(pages[0]);
      expect(first.previous).toBeNull();
    }
  },
  60_000,
);

/** Two thousand people of an organisation in the order of its list; every three hundredth is called Zhang. */
const twoThousandOf = (organisation: { id: string }) =>
  Array.from({ length: 2_000 }, (_, index) => ({
    id: crypto.randomUUID(),
    organisation_id: organisation.id,
    name: `${String(index).padStart(4, "0")} ${index % 300 === 299 ? "Zhang" : "Li"}`,
    email: `person-${index}@acme.example`,
    role: "member" as const,
  }));

/** The database, and which way each statement of a page took. */
function watchedDatabase() {
  const asked: ("look around" | "gather")[] = [];
  const gathering = new WeakMap<object, boolean>();
  const db = database().withPlugin({
    transformQuery({ queryId, node }) {
      gathering.set(queryId, "with" in node && node.with !== undefined);
      return node;
    },
    async transformResult({ queryId, result }) {
      asked.push(gathering.get(queryId) ? "gather" : "look around");
      return result;
    },
  });
  return { db, asked };
}

test("a page of which a part is found nearby is found a little further on, and not gathered from the whole list", async () => {
  const { of } = await acme();
  // Of the eight hundred who are looked at for a page of four, two are found.
  await database().insertInto("users").values(twoThousandOf(of)).execute();
  const { db, asked } = watchedDatabase();
  const shown = {
    reach: { organisationId: of.id, teamsOf: null },
    filter: readView({ search: "zhang", email: "not-confirmed" }).filter,
    allowed: [],
  };
  const page = await listShown(db, shown, { sort: "name", start: undefined, limit: 4, isOfMany: true });
  expect(page.map(({ name }) => name)).toEqual(["0299 Zhang", "0599 Zhang", "0899 Zhang", "1199 Zhang"]);
  expect(asked).toEqual(["look around", "look around"]);
});

test.each<AddressParameters>([{ email: "not-confirmed" }, { "two-factor": "authenticator" }])(
  "among few whom %j lets through a page is found nearby, because nobody else is looked at",
  async (parameters) => {
    const { of } = await acme();
    const passes = (index: number) => index % 20 === 19;
    // One in fifteen of those few is a Zhang, and nobody else.
    const many = twoThousandOf(of).map((each, index) => ({
      ...each,
      email_confirmed_at: "email" in parameters && passes(index) ? null : new Date(),
    }));
    await database().insertInto("users").values(many).execute();
    const enrolled = many.filter((_, index) => "two-factor" in parameters && passes(index));
    for (const { id } of enrolled) await enrol(id);
    const { db, asked } = watchedDatabase();
    const { filter } = readView({ search: "zhang", ...parameters });
    const shown = { reach: { organisationId: of.id, teamsOf: null }, filter, allowed: bothMethods };
    const page = await listShown(db, shown, { sort: "name", start: undefined, limit: 4, isOfMany: true });
    expect(page.map(({ name }) => name)).toEqual(["0299 Zhang", "0599 Zhang", "0899 Zhang", "1199 Zhang"]);
    expect(asked).toEqual(["look around"]);
  },
);

test("the end of everybody's address is looked for among the next users, and the end of nobody's in the index by all of it", async () => {
  const { of } = await acme();
  for (let index = 0; index < 4; index += 1) await person(of, { email: `person-${index}@acme.example` });
  const { db, asked } = watchedDatabase();
  const reach = { organisationId: of.id, teamsOf: null };
  const { filter } = readView({ search: "@acme.example" });
  const page = await listShown(
    db,
    { reach, filter, allowed: [] },
    { sort: "name", start: undefined, limit: 4, isOfMany: true },
  );
  expect([page.length, asked]).toEqual([4, ["look around"]]);
  expect(searchParts("@acme.exampel").inside?.compile(db).parameters[0]).toBe("%@acme.exampel%");
});

test.each([
  ["a team", "users_by_id", "name_folded", (teamId: string) => ({ team: teamId, search: "zhang" })],
  ["everybody who is not confirmed", "users_by_email", "email_folded", () => ({ email: "not-confirmed" })],
] as const)(
  "%s is sorted and searched in the index %s alone: strewn over the table, each would be a page to read",
  async (_, index, order, view) => {
    const { of } = await acme();
    const many = twoThousandOf(of);
    await database().insertInto("users").values(many).execute();
    const shown = {
      reach: { organisationId: of.id, teamsOf: null },
      filter: readView(view(await team(of, "Support", many.slice(0, 200)))).filter,
      allowed: [],
    };
    await sql`vacuum analyze users, team_members`.execute(database());
    const plan = await inTransaction(async (trx) => {
      // Of so few users, all of them would be read one after the other.
      await sql`set local enable_seqscan = off`.execute(trx);
      const list = shownUsers(trx, shown)
        .select(["users.id", `users.${order}`])
        .orderBy(`users.${order}`)
        .limit(50);
      return (await sql`explain ${list}`.execute(trx)).rows.map((row) => Object.values(row as object).join());
    });
    expect(plan.filter((line) => /Scan.* on users\b/.test(line))).toEqual([
      expect.stringContaining(`Index Only Scan using ${index} on users`),
    ]);
  },
);

test.each([
  { search: "zhang", isOfMany: false },
  { search: "02", isOfMany: true },
])(
  "a page of $search is gathered where that is soon done, of many: $isOfMany",
  async ({ search, isOfMany }) => {
    const { of } = await acme();
    await database().insertInto("users").values(twoThousandOf(of)).execute();
    const { db, asked } = watchedDatabase();
    const shown = {
      reach: { organisationId: of.id, teamsOf: null },
      filter: readView({ search }).filter,
      allowed: [],
    };
    const page = await listShown(db, shown, { sort: "name", start: undefined, limit: 2, isOfMany });
    expect([page.length, asked]).toEqual([2, ["gather"]]);
  },
);

test("a place beside somebody unknown is the beginning", async () => {
  const { by } = await acme();
  const list = await listUsers(by, readView({}), { after: "4f3d0c1e-1111-4222-8333-000000000001" });
  expect(list).toMatchObject({ previous: null, next: null, found: { count: 1, isMore: false } });
});

test("a place beside somebody of another organisation is the beginning: where they would stand tells of their name", async () => {
  const { of, by } = await acme();
  await person(of, { name: "Zoë" });
  const foreign = await person(await organisation(), { name: "Milan" });
  const beginning = await listUsers(by, readView({}), null);
  expect(beginning.users).toHaveLength(2);
  expect(await listUsers(by, readView({}), { after: foreign.id })).toEqual(beginning);
});

test("a page whose users are gone from the view is the beginning, if anybody is left in it", async () => {
  const { of, ada, by } = await acme();
  const zoe = await person(of, { name: "Zoë" });
  for (const place of [{ after: zoe.id }, { before: ada.id }]) {
    const list = await listUsers(by, readView({}), place);
    expect(list.users.map(({ name }) => name)).toEqual(["Ada Archer", "Zoë"]);
    expect(list).toMatchObject({ previous: null, next: null, found: { count: 2 } });
  }
  const nobody = await listUsers(by, readView({ search: "nobody" }), { after: ada.id });
  expect(nobody).toMatchObject({ users: [], previous: null, next: null, found: { count: 0 } });
});

test.each([
  { search: "", most: 1_000 },
  { search: "erso", most: 500 },
])("the count of $search goes to $most and then says that there are more", async ({ search, most }) => {
  const { of, by } = await acme();
  const many = Array.from({ length: most + 1 }, (_, index) => ({
    id: crypto.randomUUID(),
    organisation_id: of.id,
    name: `Person ${index}`,
    email: `person-${index}@acme.example`,
    role: "member" as const,
  }));
  // Without a search the Administrator is one of them.
  const last = search ? most : most - 1;
  const found = async () => (await listUsers(by, readView({ search }), null)).found;
  await database().insertInto("users").values(many.slice(0, last)).execute();
  expect(await found()).toEqual({ count: most, isMore: false });
  await database()
    .insertInto("users")
    .values(many.slice(last, last + 1))
    .execute();
  expect(await found()).toEqual({ count: most, isMore: true });
});

describe("the file", () => {
  const columns = [
    { heading: "Name", cell: ({ name }: { name: string }) => name },
    { heading: "Teams", cell: ({ teams }: { teams: string[] }) => teams.join(", ") },
  ];

  test("holds every page of the view, safe to open, and is written down", async () => {
    const { of, by } = await acme();
    await team(of, "North, upper", [await person(of, { name: "=HYPERLINK(1)" })]);
    for (let index = 0; index < 60; index += 1) await person(of, { name: `Person ${index}` });
    let file = "";
    for await (const piece of await downloadUsers(by, readView({ search: "per" }), columns)) file += piece;
    const lines = file.split("\r\n");
    expect(lines[0]).toBe('\uFEFF"Name","Teams"');
    expect(lines.filter((line) => line.startsWith('"Person'))).toHaveLength(60);
    expect(lines).toContain(`"'=HYPERLINK(1)","North, upper"`);
    const events = await database()
      .selectFrom("audit_events")
      .select("detail")
      .where("event", "=", "users.exported")
      .execute();
    expect(events).toHaveLength(1);
    expect(events[0]?.detail).toMatchObject({ search: "per" });
  });

  test("of a team is written down with the name that the team had then", async () => {
    const { of, by } = await acme();
    const north = await team(of, "North");
    await downloadUsers(by, readView({ team: north }), columns);
    await renameTeam(holding(by, "settings.edit"), north, "South");
    const { detail } = await database()
      .selectFrom("audit_events")
      .select("detail")
      .where("event", "=", "users.exported")
      .executeTakeFirstOrThrow();
    expect(detailTexts({ detail }, wordsIn("en"))).toContain("Team: North");
  });

  test("is as long as the view, also over a portion of a thousand", async () => {
    const { of, by } = await acme();
    const many = Array.from({ length: 2_000 }, (_, index) => ({
      id: crypto.randomUUID(),
      organisation_id: of.id,
      name: `Person ${index % 10}`,
      email: `person-${index}@acme.example`,
      role: "member" as const,
    }));
    await database().insertInto("users").values(many).execute();
    let lines = 0;
    for await (const piece of await downloadUsers(by, readView({ role: "member" }), columns))
      lines += piece.split("\r\n").length - 1;
    expect(lines).toBe(2_001);
  });
});
