import { expect, test } from "vitest";
import { completeLogin } from "@/lib/login/complete-login";
import { renewRecoveryCodes, showRecoveryCodes } from "@/lib/two-factor/make-recovery-codes";
import { givePassword, logIn, organisation, person, visitorFrom } from "../support/world";

test("of forty logins with one recovery code at once, one opens the door", { timeout: 120_000 }, async () => {
  const who = await person(await organisation(), { authenticator: true });
  const { actor } = await logIn(who);
  await renewRecoveryCodes(actor);
  const codes = (await showRecoveryCodes(actor)) ?? [];
  const tokens: string[] = [];
  for (let index = 0; index < 40; index += 1) tokens.push(await givePassword(who, null, visitorFrom(index)));
  const outcomes = await Promise.all(
    tokens.map((token, index) => completeLogin(token, "recovery-code", codes[0] ?? "", visitorFrom(index))),
  );
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
});
