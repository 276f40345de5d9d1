/** Recovery codes at a login: what they open, how they are stored, and that their owner hears of each use. */
import { describe, expect, test } from "vitest";
import { database } from "@/lib/database/connection";
import { completeLogin } from "@/lib/login/complete-login";
import { redeemLogin } from "@/lib/login/redeem-login";
import { spendLimits } from "@/lib/throttle/spend-limits";
import { describeMethods } from "@/lib/two-factor/describe-methods";
import { renewRecoveryCodes, showRecoveryCodes } from "@/lib/two-factor/make-recovery-codes";
import { hashCodesInEarnest } from "../support/hashes";
import { letterTo } from "../support/mailbox";
import { deliverPost } from "../support/post";
import { givePassword, logIn, organisation, person, visitor } from "../support/world";

/** Somebody with an authenticator and a batch of codes. */
async function withCodes() {
  const who = await person(await organisation(), { authenticator: true });
  const { actor } = await logIn(who);
  await renewRecoveryCodes(actor);
  const codes = (await showRecoveryCodes(actor)) ?? [];
  return { who, actor, codes };
}

const answer = async (who: Parameters<typeof givePassword>[0], code = "") =>
  completeLogin(await givePassword(who), "recovery-code", code, visitor);

describe("a recovery code", () => {
  test("opens the door once, in no other login either", async () => {
    const { who, codes } = await withCodes();
    expect((await answer(who, codes[0])).ok).toBe(true);
    expect(await answer(who, codes[0])).toMatchObject({ code: "used-already" });
    expect((await answer(who, codes[1])).ok).toBe(true);
  });

  test("is one's own: another user's opens nothing", async () => {
    const [one, other] = [await withCodes(), await withCodes()];
    expect(await answer(one.who, other.codes[0])).toMatchObject({ code: "wrong" });
  });

  test("for an account that is closed opens nothing and is not used up", async () => {
    const { who, codes } = await withCodes();
    const token = await givePassword(who);
    for (let failure = 0; failure < 10; failure += 1)
      await spendLimits([{ limit: "second-step-per-account-and-hour", of: who.id }]);
    expect(await completeLogin(token, "recovery-code", codes[0] ?? "", visitor)).toMatchObject({
      code: "too-many",
    });
    expect(await redeemLogin(token, visitor)).toEqual({ ok: false, code: "nothing-to-redeem" });
    expect((await describeMethods(who.id)).recoveryCodesLeft).toBe(10);
  });

  test("that is right forgives the account the wrong ones before it", async () => {
    const { who, codes } = await withCodes();
    const fail = () => spendLimits([{ limit: "second-step-per-account-and-hour", of: who.id }]);
    for (let failure = 0; failure < 9; failure += 1) await fail();
    expect((await answer(who, codes[0])).ok).toBe(true);
    for (let failure = 0; failure < 10; failure += 1) expect((await fail()).ok).toBe(true);
    expect((await fail()).ok).toBe(false);
  });

  test("that is used is told of by mail, with how many are left", async () => {
    const { who, actor, codes } = await withCodes();
    // The letter about the new codes first: those that wait together may arrive in any order.
    await deliverPost();
    await answer(who, codes[0]);
    await deliverPost();
    const { subject, text } = letterTo(who.email);
    expect(subject).toContain("recovery code");
    expect(text).toContain("9");
    expect(text).not.toContain(codes[0]);
    expect((await describeMethods(actor.userId)).recoveryCodesLeft).toBe(9);
  });

  test("is stored as argon2id with 12 MiB, three passes, one lane, and one salt for its batch", async () => {
    hashCodesInEarnest();
    const { who } = await withCodes();
    await withCodes();
    const stored = await database().selectFrom("recovery_codes").selectAll().execute();
    const salts = (ofWhom: typeof stored) =>
      new Set(ofWhom.map(({ code_digest }) => code_digest.split("$")[4]));
    for (const { code_digest } of stored)
      expect(code_digest).toMatch(/^\$argon2id\$v=19\$m=12288,t=3,p=1\$[\w+/]{22}\$/);
    expect(salts(stored.filter(({ user_id }) => user_id === who.id)).size).toBe(1);
    expect(salts(stored).size).toBe(2);
  });
});
