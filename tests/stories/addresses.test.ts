/** An address is one account, however its letters are written, and whatever the database thinks of capitals. */
import { Kysely, sql } from "kysely";
import { describe, expect, inject, onTestFinished, test } from "vitest";
import { isEmailAddress, normalAddress, storedAddress } from "@/lib/accounts/email-address";
import { findCredentials } from "@/lib/accounts/queries";
import { requestPasswordReset } from "@/lib/accounts/request-password-reset";
import { requestActivationAgain } from "@/lib/accounts/send-activation";
import { type Database, database, dialectFor } from "@/lib/database/connection";
import { migrations } from "@/lib/database/migrate";
import { addressesInOneForm } from "@/lib/database/migrations/0012-addresses-in-one-form";
import { capitalsInAnyLocale } from "@/lib/database/migrations/0021-capitals-in-any-locale";
import type { Schema } from "@/lib/database/schema";
import type { Visitor } from "@/lib/kernel/visitor";
import { startLogin } from "@/lib/login/start-login";
import { addUser } from "@/lib/organisations/add-user";
import { createAdministrator } from "@/lib/organisations/create-administrator";
import { countShown } from "@/lib/organisations/user-list-queries";
import { readView } from "@/lib/organisations/user-view";
import { limits } from "@/lib/throttle/limit";
import { at } from "../support/clock";
import { createDatabase, dropDatabases, urlOf } from "../support/server";
import { holder } from "../support/staff";
import { nothingBegun, organisation, password, person, somewhere } from "../support/world";

/** All that this database could take for "ivivivi@example.com". */
const spellings = Array.from({ length: 16 }, (_, mask) => {
  const letters = [1, 2, 4, 8].map((bit) => (mask & bit ? "İ" : "i"));
  return `${letters.join("v")}@example.com`;
});

describe("the limit of an account counts all spellings of its address together:", () => {
  test("of its password", async () => {
    const who = await person(await organisation(), { email: "ivivivi@example.com" });
    for (const email of spellings)
      for (let attempt = 0; attempt < 5; attempt += 1)
        await startLogin(
          { email, password: "not the right password" },
          { presentToken: null, returnTo: "/", visitor: somewhere() },
        );
    const compared = await database()
      .selectFrom("audit_events")
      .select("id")
      .where("target_id", "=", who.id)
      .where("reason", "=", "wrong-password")
      .execute();
    expect(compared).toHaveLength(limits["password-per-account"].most);
  });

  test.each([
    ["reset links", requestPasswordReset],
    ["activation links", requestActivationAgain],
  ])("of its %s", async (_, request) => {
    const who = await person(await organisation(), { email: "ivivivi@example.com", confirmed: false });
    for (const email of spellings)
      for (let attempt = 0; attempt < 5; attempt += 1) await request(email, somewhere());
    const asked = await database()
      .selectFrom("audit_events")
      .select("id")
      .where("target_id", "=", who.id)
      .execute();
    expect(asked.length).toBeLessThanOrEqual(limits["links-per-account-and-hour"].most);
  });

  test.each([
    [
      "passwords",
      "password-per-account",
      (email: string, from: Visitor) =>
        startLogin({ email, password: "not the right password" }, { ...nothingBegun, visitor: from }),
    ],
    ["reset links", "links-per-account-and-hour", requestPasswordReset],
    ["activation links", "links-per-account-and-hour", requestActivationAgain],
  ] as const)("of its %s, in capitals, too, and with blanks around it", async (_, limit, request) => {
    at("2027-05-03T14:32:00.000Z");
    const { email } = await person(await organisation(), { confirmed: false });
    for (let attempt = 0; attempt < limits[limit].most; attempt += 1)
      expect(await request(email, somewhere())).not.toMatchObject({ code: "too-many" });
    for (const spelling of [email.toUpperCase(), ` ${email} `])
      expect(await request(spelling, somewhere())).toMatchObject({ code: "too-many" });
  });
});

test("of every address that is taken, the database makes the lower case by which it is looked for", async () => {
  const letters = Array.from({ length: 0x110000 }, (_, code) => code)
    .filter((code) => code < 0xd800 || code > 0xdfff)
    .map((code) => `a${String.fromCodePoint(code)}b@example.com`)
    .filter(isEmailAddress);
  expect(letters.length).toBeGreaterThan(100_000);
  for (let from = 0; from < letters.length; from += 20_000)
    expect(await lookedForOtherwise(database(), letters.slice(from, from + 20_000))).toEqual([]);
});

/** Of the addresses `typed`, those that would not be found again by `on`. */
async function lookedForOtherwise(on: Database, typed: string[]) {
  const pairs = typed.map((each) => ({ stored: storedAddress(each), normal: normalAddress(each) }));
  const { rows } = await sql`
    select stored, normal from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as pairs(stored text, normal text)
    where lower(stored) <> normal
  `.execute(on);
  return rows;
}

// The embedded database knows no other language than its own, and a server reached otherwise is the same server.
if (inject("databaseKind") === "server") {
  describe("in a database whose capitals are Turkish, where the small letter of I is ı:", () => {
    /** Migrated up to `last`, with one organisation; an empty server would be set up as this one is in Turkey. */
    async function turkishDatabase(last?: string) {
      const name = `twostep_turkish_${process.pid}`;
      await createDatabase(name, { locale: "tr-TR" });
      const turkish = new Kysely<Schema>({ dialect: dialectFor(urlOf(name)) });
      onTestFinished(async () => {
        await turkish.destroy();
        await dropDatabases(name);
      });
      const early = Object.entries(migrations).filter(([each]) => !last || each <= last);
      for (const [, { up }] of early) await up(turkish as never);
      const id = crypto.randomUUID();
      await turkish.insertInto("organisations").values({ id, name: "Acme" }).execute();
      const add = async (user: { name: string; email: string }) => {
        const added = { id: crypto.randomUUID(), organisation_id: id, role: "member" as const, ...user };
        await turkish.insertInto("users").values(added).execute();
        return added.id;
      };
      const found = async (search: string) => {
        const { filter } = readView({ search });
        const shown = { reach: { organisationId: id, teamsOf: null }, filter, allowed: [] };
        return (await countShown(turkish, shown)).count;
      };
      return { turkish, add, found };
    }

    test("every address is looked for by the lower case that the database makes of it", async () => {
      const { turkish } = await turkishDatabase();
      const letters = Array.from({ length: 0x250 }, (_, code) => String.fromCodePoint(code));
      const addresses = letters.map((letter) => `A${letter}b@Example.com`).filter(isEmailAddress);
      expect(addresses).toContain("AIb@Example.com");
      expect(await lookedForOtherwise(turkish, addresses)).toEqual([]);
    });

    test("a search finds whoever has an I in their name or address", async () => {
      const { add, found } = await turkishDatabase();
      await add({ name: "Ian Irwin", email: storedAddress("II@Example.com") });
      for (const search of ["ian", "IAN", "ian irw", "irw", "ii@example.com"])
        expect([search, await found(search)]).toEqual([search, 1]);
    });

    test("whoever was added before that was so is found after the migration, and nobody gets the address of another", async () => {
      const { turkish, add, found } = await turkishDatabase("0020-issuer");
      const ian = await add({ name: "Ian Irwin", email: "Ian@Example.com" });
      await add({ name: "Ida One", email: "ida@example.com" });
      const second = await add({ name: "Ida Two", email: "Ida@example.com" });
      expect([await findCredentials(turkish, "ian@example.com"), await found("ian irwin")]).toEqual([
        undefined,
        0,
      ]);
      await capitalsInAnyLocale.up(turkish as never);
      expect((await findCredentials(turkish, "Ian@Example.com"))?.id).toBe(ian);
      expect([await found("ian irwin"), await found("ian@example")]).toEqual([1, 1]);
      const { email } = await turkish
        .selectFrom("users")
        .select("email")
        .where("id", "=", second)
        .executeTakeFirstOrThrow();
      expect(email).toBe("Ida@example.com");
    });
  });
}

const typed = ["Ada@Example.com", "JÖRG@Müller.example", "İŞ@example.com", "ΟΔΟΣ@example.com"];

test.each(typed)("%s is found as it was typed, in small letters, and letter by letter", async (email) => {
  const by = await holder(await person(await organisation(), { role: "administrator" }), "users.invite");
  const fields = { name: "Jane Doe", email, role: "member", status: "active", teamIds: [] } as const;
  const added = await addUser(by, { ...fields, teamIds: [] }, { sendActivation: false });
  if (!added.ok) throw new Error(added.code);
  for (const wanted of [email, email.toLowerCase(), email.normalize("NFD")])
    expect((await findCredentials(database(), wanted))?.id).toBe(added.value.id);
  const again = await addUser(
    by,
    { ...fields, name: "Joan Doe", email: email.toLowerCase(), teamIds: [] },
    { sendActivation: false },
  );
  expect(again).toMatchObject({ code: "email-taken" });
});

test.each(typed)("%s is found when the migration has seen it as it stood before", async (email) => {
  const who = await person(await organisation(), { email });
  await addressesInOneForm.up(database());
  expect((await findCredentials(database(), email))?.id).toBe(who.id);
});

test("two addresses of which the one is the other's form are left alone by the migration", async () => {
  const of = await organisation();
  await person(of, { email: "jörg@example.com" });
  const decomposed = await person(of, { email: "jörg@example.com".normalize("NFD") });
  await addressesInOneForm.up(database());
  const { email } = await database()
    .selectFrom("users")
    .select("email")
    .where("id", "=", decomposed.id)
    .executeTakeFirstOrThrow();
  expect(email).toBe(decomposed.email);
});

test("an organisation is found by its name whatever its capitals, also where capitals are many letters", async () => {
  const administrator = (email: string, name: string) =>
    createAdministrator({ organisation: name, name: "Ada Archer", email, password });
  for (const [email, name] of [
    ["one@example.com", "İş Bankası"],
    ["two@example.com", "İş Bankası"],
  ] as const)
    expect((await administrator(email, name)).ok).toBe(true);
  const { count } = await database()
    .selectFrom("organisations")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  expect(count).toBe(1);
});

test("whoever is made Administrator of an organisation is told its own name, not the one that was typed", async () => {
  await organisation({ name: "Acme" });
  const made = await createAdministrator({
    organisation: "acme",
    name: "Ada",
    email: "a@example.com",
    password,
  });
  expect(made).toMatchObject({ ok: true, value: { organisation: "Acme" } });
});
