/** After the whole suite: no code, link, password, secret or key that was used stands where it must not. */
import { globSync, readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { database } from "@/lib/database/connection";
import { openTotpSecret } from "@/lib/two-factor/totp-secret";
import { letters } from "../support/browser-world";
import { pages } from "../support/doors";
import { dump } from "../support/dump";
import { addressOf, knock, twoOrganisations } from "../support/knock";
import { leaksIn, type Secret } from "../support/leaks";
import { codeIn, holdsCode, linkIn } from "../support/letters";
import { testEnvironment } from "../support/test-environment";
import { password } from "../support/world";

/** What letters brought: every code and the token of every link. */
function mailed(): Secret[] {
  return letters().flatMap(({ subject, text }) => {
    if (/[?&]token=/.test(text))
      return [
        {
          what: `the link of "${subject}"`,
          value: linkIn({ subject, text }).searchParams.get("token") ?? "",
        },
      ];
    return holdsCode({ text }) ? [{ what: "a security code", value: codeIn({ subject, text }) }] : [];
  });
}

/** The secrets of every authenticator, opened with the keys that the server has. */
async function enrolled(): Promise<Secret[]> {
  const rows = await database().selectFrom("authenticators").select(["user_id", "secret_sealed"]).execute();
  return rows.map((row) => ({
    what: "the secret of an authenticator",
    value: openTotpSecret(row.secret_sealed, row.user_id),
  }));
}

/** What operators set and nobody else may see. */
function configured(): Secret[] {
  const { AUTH_SECRET, ENCRYPTION_KEYS } = testEnvironment;
  const keys = ENCRYPTION_KEYS.split(",").map((entry) => entry.split(":")[1] ?? "");
  return [AUTH_SECRET, ...keys, process.env.POSTGRES_URL ?? ""].map((value) => ({
    what: "a key of the server",
    value,
  }));
}

const typed: Secret[] = [password, "lantern orchard violin"].map((value) => ({ what: "a password", value }));

test("there was something to leak", async () => {
  expect(mailed().length).toBeGreaterThan(5);
  expect((await enrolled()).length).toBeGreaterThan(5);
});

test("nothing of it stands in the database, the queue's rows included", async () => {
  expect(leaksIn(await dump(), [...mailed(), ...(await enrolled()), ...configured(), ...typed])).toEqual([]);
});

test("nothing of it stands in the server's log", async () => {
  const log = readFileSync("test-results/server.log", "utf8");
  expect(log.length).toBeGreaterThan(0);
  expect(leaksIn(log, [...mailed(), ...(await enrolled()), ...configured(), ...typed])).toEqual([]);
});

test("nothing of it stands in what browsers are given as files", async () => {
  const files = globSync(".next/static/**/*.{js,css,json,map}");
  expect(files.length).toBeGreaterThan(5);
  const secrets = [...configured(), ...typed, ...(await enrolled())];
  for (const file of files) expect([file, leaksIn(readFileSync(file, "utf8"), secrets)]).toEqual([file, []]);
});

test("no page tells a secret, a hash or a counter to whoever is logged in", async () => {
  const { sessions, ids } = await twoOrganisations();
  const secrets = [...mailed(), ...(await enrolled()), ...configured(), ...typed];
  const session = sessions.administrator ?? "";
  for (const path of Object.keys(pages)) {
    const html = await (await knock(addressOf(path, ids), { session })).text();
    expect([path, leaksIn(html, [...secrets, { what: "the session", value: session }])]).toEqual([path, []]);
    expect(html).not.toMatch(/\$argon2|password_?hash|secret_?sealed|failures_?in_?a_?row|token_?digest/i);
  }
});
