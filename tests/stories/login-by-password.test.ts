/** The first step: which passwords open the door, and which open nothing. */
import { describe, expect, test } from "vitest";
import { database } from "@/lib/database/connection";
import { redeemLogin } from "@/lib/login/redeem-login";
import { startLogin } from "@/lib/login/start-login";
import { letters } from "../support/mailbox";
import { givePassword, isLive, logIn, nothingBegun, organisation, person, visitor } from "../support/world";

describe("the password", () => {
  test("opens nothing while a second step is due", async () => {
    const who = await person(await organisation());
    const token = await givePassword(who);
    expect(await redeemLogin(token, visitor)).toEqual({ ok: false, code: "nothing-to-redeem" });
  });

  test("opens the door where two-factor login is switched off", async () => {
    const { sessionToken } = await logIn(await person(await organisation({ switchedOn: false })));
    expect(await isLive(sessionToken)).toBe(true);
  });

  test("opens the door for a user with no usable method", async () => {
    const who = await person(await organisation(), { confirmed: false });
    expect(await isLive((await logIn(who)).sessionToken)).toBe(true);
  });

  test("is refused alike for a wrong one, an unknown address, a deactivated user and one without a password", async () => {
    const of = await organisation();
    const attempts = [
      { ...(await person(of)), password: "not the right password" },
      { email: "nobody@example.com", password: "not the right password" },
      await person(of, { deactivated: true }),
      await person(of, { withoutPassword: true }),
    ];
    for (const attempt of attempts) {
      const started = await startLogin(attempt, { ...nothingBegun, visitor });
      expect(started).toEqual({ ok: false, code: "wrong-credentials" });
    }
    expect(letters()).toEqual([]);
    // Told to nobody but the audit log.
    const events = await database().selectFrom("audit_events").select("reason").orderBy("id").execute();
    expect(events.map(({ reason }) => reason)).toEqual([
      "wrong-password",
      "unknown-address",
      "deactivated",
      "wrong-password",
    ]);
  });

  test("is found whatever the case of the address, and compared exactly as typed", async () => {
    const who = await person(await organisation(), { email: "Jane@Example.com" });
    await expect(givePassword({ ...who, email: "jane@EXAMPLE.com" })).resolves.toBeTypeOf("string");
    await expect(givePassword({ ...who, password: who.password.toUpperCase() })).rejects.toThrow();
  });
});
