/** The peer: better-auth with its two-factor plug-in, through its own endpoints, with its limits on. */
import { randomUUID } from "node:crypto";
import { hashPassword as argon2id } from "@/lib/accounts/password-hash";
import { authWith, getMigrations, type Hashing, scrypt, symmetricEncrypt } from "../beside/peer";
import { inDatabase } from "../measure/databases";
import type { Request } from "../measure/load";
import { browserHeaders, codeNow, password, type Side, type User } from "./side";

/** Makes the peer's tables as its own tool does, and users with both methods; `hashing` is how their password is kept. */
export async function seedPeer(
  database: string,
  url: string,
  users: User[],
  hashing: Hashing,
): Promise<void> {
  const auth = authWith(hashing, url, "http://localhost");
  await (await getMigrations(auth.options)).runMigrations();
  const { secretConfig } = await auth.$context;
  const hash = hashing === "argon2id" ? await argon2id(password) : await scrypt(password);
  const rows = await Promise.all(
    users.map(async ({ email, key }) => ({
      id: randomUUID(),
      email,
      secret: await symmetricEncrypt({ key: secretConfig, data: key.toString() }),
    })),
  );
  await inDatabase(
    database,
    `with given as (select * from jsonb_to_recordset($1::jsonb) as given(id text, email text, secret text)),
    made as (
      insert into "user" (id, name, email, "emailVerified", "createdAt", "updatedAt", "twoFactorEnabled")
      select id, 'Jane Doe', email, true, now(), now(), true from given
    ),
    credentials as (
      insert into account (id, "accountId", "providerId", "userId", password, "createdAt", "updatedAt")
      select 'a' || id, id, 'credential', id, $2, now(), now() from given
    )
    insert into "twoFactor" (id, secret, "backupCodes", "userId", verified)
    select 't' || id, secret, '', id, true from given`,
    [JSON.stringify(rows), hash],
  );
  // Connections are kept for minutes, and to drop a database ends those that are left with an error.
  await auth.options.database.end();
}

/** The endpoints of the instance that keeps passwords by `hashing`. */
export function peer(origin: string, hashing: Hashing): Side {
  const post = (path: string, user: User, cookies: string, body: object): Request => ({
    method: "POST",
    path: `/api/auth/${hashing}${path}`,
    headers: { ...browserHeaders(origin, user, cookies), "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  return {
    name: `better-auth, ${hashing}`,
    browser: () => "",
    password: (user) => post("/sign-in/email", user, "", { email: user.email, password }),
    totp: (user, cookies) => post("/two-factor/verify-totp", user, cookies, { code: codeNow(user.key) }),
    sendCode: (user, cookies) => post("/two-factor/send-otp", user, cookies, {}),
    mailCode: (user, cookies, code) => post("/two-factor/verify-otp", user, cookies, { code }),
    session: (user, cookies) => ({
      method: "GET",
      path: "/api/session",
      headers: browserHeaders(origin, user, cookies),
    }),
    isRight(step, { status, body }) {
      if (status !== 200) return false;
      if (step === "password") return body.includes("twoFactorRedirect");
      return step === "send-code" ? body.includes("true") : body.includes("Jane Doe");
    },
  };
}
