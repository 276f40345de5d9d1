/** Keys are rotated while people log in: what the old one sealed is sealed anew, and then the old one can go. */
import { afterEach, expect, test, vi } from "vitest";
import { database } from "@/lib/database/connection";
import { randomId } from "@/lib/kernel/random";
import { sealedUnder } from "@/lib/kernel/seal";
import { newTotpSecret } from "@/lib/two-factor/totp";
import { randomKey } from "../support/test-environment";
import { organisation, person } from "../support/world";

const nobody = "00000000-0000-0000-0000-000000000000";
const keyed = (id: string) => `${id}:${randomKey(id).toString("base64")}`;

/** The product as a server has it that was started with `ids` as its keys, on the same database. */
async function startedWith(...ids: string[]) {
  vi.resetModules();
  vi.stubEnv("ENCRYPTION_KEYS", ids.map(keyed).join(","));
  return {
    ...(await import("@/lib/kernel/seal")),
    ...(await import("@/lib/two-factor/totp-secret")),
    ...(await import("@/lib/two-factor/make-recovery-codes")),
    ...(await import("@/lib/two-factor/sealed-queries")),
    ...(await import("@/lib/two-factor/reseal-secrets")),
  };
}

type Server = Awaited<ReturnType<typeof startedWith>>;

afterEach(() => {
  vi.unstubAllEnvs();
  // Whoever imports these modules next must not find the keys of this test in them.
  vi.resetModules();
});

/** Somebody whose authenticator, enrolment and shown recovery codes `server` has sealed. */
async function sealedBy(server: Server) {
  const who = await person(await organisation());
  const expires_at = new Date("2099-01-01");
  const secret_sealed = server.sealTotpSecret(who.secret, who.id);
  const codes_sealed = server.seal('["A", "B"]', server.belongsToReveal(who.id));
  const ofUser = { user_id: who.id, secret_sealed };
  const session_id = randomId();
  await database()
    .insertInto("authenticators")
    .values({ ...ofUser, enabled_at: new Date(), last_step: 0 })
    .execute();
  await database()
    .insertInto("authenticator_enrolments")
    .values({ ...ofUser, session_id, started_at: new Date(), expires_at })
    .execute();
  await database()
    .insertInto("recovery_code_reveals")
    .values({ user_id: who.id, session_id, codes_sealed, expires_at })
    .execute();
  return who;
}

async function stored(userId: string) {
  const read = (table: "authenticators" | "authenticator_enrolments") =>
    database()
      .selectFrom(table)
      .select("secret_sealed")
      .where("user_id", "=", userId)
      .executeTakeFirstOrThrow();
  const reveal = await database()
    .selectFrom("recovery_code_reveals")
    .select("codes_sealed")
    .where("user_id", "=", userId)
    .executeTakeFirstOrThrow();
  const [authenticator, enrolment] = [await read("authenticators"), await read("authenticator_enrolments")];
  return [authenticator.secret_sealed, enrolment.secret_sealed, reveal.codes_sealed] as const;
}

test("everything sealed comes under the newest key, and opens without the old one", async () => {
  const who = await sealedBy(await startedWith("old"));
  const during = await startedWith("new", "old");
  expect((await during.resealSecrets()).count).toBe(3);

  const after = await startedWith("new");
  const [authenticator, enrolment, codes] = await stored(who.id);
  expect([authenticator, enrolment, codes].map(sealedUnder)).toEqual(["new", "new", "new"]);
  expect(after.openTotpSecret(authenticator, who.id)).toBe(who.secret);
  expect(after.openTotpSecret(enrolment, who.id)).toBe(who.secret);
  expect(after.open(codes, after.belongsToReveal(who.id))).toBe('["A", "B"]');
});

test("what is under the newest key stays as it is, so that it can be done again", async () => {
  const server = await startedWith("new", "old");
  const who = await sealedBy(server);
  const before = await stored(who.id);
  expect(await server.resealSecrets()).toEqual({
    count: 0,
    underKeys: [
      { place: "enrolments", keyId: "new", count: 1 },
      { place: "recovery codes being shown", keyId: "new", count: 1 },
      { place: "authenticators", keyId: "new", count: 1 },
    ],
  });
  expect(await stored(who.id)).toEqual(before);
});

test("a secret that was replaced between reading and writing is not overwritten", async () => {
  const who = await sealedBy(await startedWith("old"));
  const server = await startedWith("new", "old");
  const [read] = await server.listSealedOtherwise(database(), "authenticators", "new", nobody, 10);
  if (!read) throw new Error("Nothing was read");
  const replaced = server.sealTotpSecret(newTotpSecret(), who.id);
  await database().updateTable("authenticators").set({ secret_sealed: replaced }).execute();
  const resealed = [{ ...read, resealed: "anything" }];
  expect(await server.replaceSealed(database(), "authenticators", resealed)).toBe(0);
  expect((await stored(who.id))[0]).toBe(replaced);
});

test("more than a batch is walked through to its end", async () => {
  const old = await startedWith("old");
  const { id: organisation_id } = await organisation();
  const users = Array.from({ length: 1_001 }, (_, index) => ({
    id: `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`,
    organisation_id,
    name: "Jane Doe",
    email: `jane-${index}@example.com`,
    role: "member" as const,
  }));
  await database().insertInto("users").values(users).execute();
  const sealed = users.map(({ id }) => ({
    user_id: id,
    secret_sealed: old.sealTotpSecret("SECRET", id),
    enabled_at: new Date(),
    last_step: 0,
  }));
  await database().insertInto("authenticators").values(sealed).execute();
  const server = await startedWith("new", "old");
  expect(await server.resealSecrets()).toEqual({
    count: 1_001,
    underKeys: [{ place: "authenticators", keyId: "new", count: 1_001 }],
  });
});

test("a value whose key is not given stops it, before anything is lost", async () => {
  const who = await sealedBy(await startedWith("lost"));
  const server = await startedWith("new", "old");
  await expect(server.resealSecrets()).rejects.toThrow('No key "lost"');
  expect((await stored(who.id)).map(sealedUnder)).toEqual(["lost", "lost", "lost"]);
});
