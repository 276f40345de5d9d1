/** Whatever is done to a login, in whatever order: no session without both proofs, or the policy's word that one is enough. */
import { assert, asyncModelRun, asyncProperty, commands } from "fast-check";
import { expect, test } from "vitest";
import { database } from "@/lib/database/connection";
import { newBatchSalt, newRecoveryCodes, recoveryCodeDigest } from "@/lib/two-factor/recovery-code";
import { at } from "../support/clock";
import { acts, type Real } from "../support/login-commands";
import { LoginModel } from "../support/login-model";
import { emptyMailbox } from "../support/mailbox";
import { organisation, person } from "../support/world";

/** Somebody with every method, at a moment of their own, and what must hold of them after every act. */
async function somebody(): Promise<{ model: LoginModel; real: Real }> {
  emptyMailbox();
  const who = await person(await organisation(), { authenticator: true });
  const recoveryCodes = newRecoveryCodes().slice(0, 2);
  const salt = newBatchSalt();
  for (const code of recoveryCodes) {
    const code_digest = await recoveryCodeDigest(code, salt);
    await database()
      .insertInto("recovery_codes")
      .values({ user_id: who.id, code_digest, created_at: new Date() })
      .execute();
  }
  return { model: new LoginModel(), real: { who, recoveryCodes, check: (model) => check(model, who.id) } };
}

async function check(model: LoginModel, userId: string): Promise<void> {
  const sessions = await database()
    .selectFrom("sessions")
    .select("method")
    .where("user_id", "=", userId)
    .execute();
  expect(sessions).toHaveLength(model.sessions);
  const logins = await database()
    .selectFrom("pending_logins")
    .select(["tries_left", "redeemed_at"])
    .where("user_id", "=", userId)
    .execute();
  const tries = (of: number[]) => of.sort((one, other) => one - other);
  expect(tries(logins.map((row) => row.tries_left))).toEqual(tries(model.logins.map((login) => login.tries)));
  const live = await database()
    .selectFrom("challenges")
    .innerJoin("pending_logins", "pending_logins.id", "pending_login_id")
    .select("pending_login_id")
    .where("user_id", "=", userId)
    .where("replaced_at", "is", null)
    .where("used_at", "is", null)
    .execute();
  expect(new Set(live.map((row) => row.pending_login_id)).size).toBe(live.length);
}

test("no sequence of acts opens a session without both proofs, gives a try back, or leaves two live codes", async () => {
  at("2027-05-03T08:00:00.000Z");
  const models: LoginModel[] = [];
  const property = asyncProperty(commands(acts, { maxCommands: 40, size: "max" }), async (sequence) => {
    await asyncModelRun(async () => {
      const world = await somebody();
      models.push(world.model);
      return world;
    }, sequence);
  });
  await assert(property, { numRuns: 15 });
  // A model that never lets anybody in would agree with everything that is refused.
  expect(models.filter(({ sessions }) => sessions > 0).length).toBeGreaterThan(0);
});
