/** An address is one account, however its letters are written, and whatever the database thinks of capitals. */
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { isEmailAddress, normalAddress, storedAddress } from "@/lib/accounts/email-address";
import { findCredentials } from "@/lib/accounts/queries";
import { requestPasswordReset } from "@/lib/accounts/request-password-reset";
import { requestActivationAgain } from "@/lib/accounts/send-activation";
import { database } from "@/lib/database/connection";
import { addressesInOneForm } from "@/lib/database/migrations/0012-addresses-in-one-form";
import type { Visitor } from "@/lib/kernel/visitor";
import { startLogin } from "@/lib/login/start-login";
import { addUser } from "@/lib/organisations/add-user";
import { createAdministrator } from "@/lib/organisations/create-administrator";
import { limits } from "@/lib/throttle/limit";
import { at } from "../support/clock";
import { holder } from "../support/staff";
import { nothingBegun, organisation, password, person, visitor } from "../support/world";

/** All that this database could take for "ivivivi@example.com". */
const spellings = Array.from({ length: 16 }, (_, mask) => {
  const letters = [1, 2, 4, 8].map((bit) => (mask & bit ? "İ" : "i"));
  return `${letters.join("v")}@example.com`;
});

/** Each attempt from a network of its own: what is counted here is the account. */
let networks = 0;
const fromElsewhere = () => {
  networks += 1;
  return { ...visitor, address: `2001:db8:${networks.toString(16)}::1` };
};

describe("the limit of an account counts all spellings of its address together:", () => {
  test("of its password", async () => {
    const who = await person(await organisation(), { email: "ivivivi@example.com" });
    for (const email of spellings)
      for (let attempt = 0; attempt < 5; attempt += 1)
        await startLogin(
          { email, password: "not the right password" },
          { presentToken: null, returnTo: "/", visitor: fromElsewhere() },
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
      for (let attempt = 0; attempt < 5; attempt += 1) await request(email, fromElsewhere());
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
      expect(await request(email, fromElsewhere())).not.toMatchObject({ code: "too-many" });
    for (const spelling of [email.toUpperCase(), ` ${email} `])
      expect(await request(spelling, fromElsewhere())).toMatchObject({ code: "too-many" });
  });
});

test("of every address that is taken, the database makes the lower case by which it is looked for", async () => {
  const letters = Array.from({ length: 0x110000 }, (_, code) => code)
    .filter((code) => code < 0xd800 || code > 0xdfff)
    .map((code) => `a${String.fromCodePoint(code)}b@example.com`)
    .filter(isEmailAddress);
  expect(letters.length).toBeGreaterThan(100_000);
  const differing: unknown[] = [];
  for (let from = 0; from < letters.length; from += 20_000) {
    const pairs = letters
      .slice(from, from + 20_000)
      .map((typed) => ({ stored: storedAddress(typed), normal: normalAddress(typed) }));
    const { rows } = await sql`
      select stored, normal from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as pairs(stored text, normal text)
      where lower(stored) <> normal
    `.execute(database());
    differing.push(...rows);
  }
  expect(differing).toEqual([]);
});

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
