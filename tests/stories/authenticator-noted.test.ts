/** Whether somebody has an authenticator stands in their own row, too: the list of users is filtered by that. */
import { sql } from "kysely";
import { expect, test } from "vitest";
import { database } from "@/lib/database/connection";
import { inTransaction } from "@/lib/database/transaction";
import { deleteAuthenticator, putAuthenticator } from "@/lib/two-factor/authenticator-queries";
import { organisation, person } from "../support/world";

async function noted(): Promise<Record<string, boolean>> {
  const rows = await database().selectFrom("users").select(["name", "has_authenticator"]).execute();
  return Object.fromEntries(rows.map((row) => [row.name, row.has_authenticator]));
}

const sealed = { secretSealed: "sealed", step: 0, issuer: "Acme" };

const put = (userId: string) => inTransaction((trx) => putAuthenticator(trx, userId, sealed, new Date()));

test("it is noted when an authenticator is put on, put in another's place and taken away, and of nobody else", async () => {
  const of = await organisation();
  const ada = await person(of, { name: "Ada" });
  await person(of, { name: "Emma", authenticator: true });
  await person(of, { name: "Noor" });
  const others = { Emma: true, Noor: false };
  expect(await noted()).toEqual({ ...others, Ada: false });
  await put(ada.id);
  expect(await noted()).toEqual({ ...others, Ada: true });
  await put(ada.id);
  expect(await noted()).toEqual({ ...others, Ada: true });
  await inTransaction((trx) => deleteAuthenticator(trx, ada.id));
  expect(await noted()).toEqual({ ...others, Ada: false });
});

test("a change that is undone is not noted", async () => {
  const { id } = await person(await organisation(), { name: "Ada" });
  const undone = inTransaction(async (trx) => {
    await putAuthenticator(trx, id, sealed, new Date());
    throw new Error("Undone");
  });
  await expect(undone).rejects.toThrow("Undone");
  expect(await noted()).toEqual({ Ada: false });
});

test("a user's row is left alone when only the last step of the authenticator and its failures change", async () => {
  const { id } = await person(await organisation(), { authenticator: true });
  const version = async () => {
    const { rows } = await sql<{
      version: string;
    }>`select xmin::text as version from users where id = ${id}`.execute(database());
    return rows;
  };
  const before = await version();
  await database().updateTable("authenticators").set({ last_step: 7, failures_in_a_row: 3 }).execute();
  expect(await version()).toEqual(before);
});
