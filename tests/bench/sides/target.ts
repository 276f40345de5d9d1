/** The target: the fewest statements that do all of each step, in bare route handlers of the same Next. */
import { hashPassword } from "@/lib/accounts/password-hash";
import { tables } from "../beside/target-tables";
import { inDatabase } from "../measure/databases";
import type { Request } from "../measure/load";
import { browserHeaders, codeNow, password, type Side, type User } from "./side";

export async function seedTarget(database: string, users: User[]): Promise<void> {
  await inDatabase(database, tables);
  const rows = users.map(({ email, key }) => ({ email, secret: key.toString() }));
  await inDatabase(
    database,
    `with given as (
      select gen_random_uuid() as id, email, secret from jsonb_to_recordset($1::jsonb) as given(email text, secret text)
    ),
    made as (
      insert into users (id, organisation_id, name, email, password_hash)
      select id, (select id from organisations), 'Jane Doe', email, $2 from given
    )
    insert into authenticators (user_id, secret, last_step) select id, secret, 0 from given`,
    [JSON.stringify(rows), await hashPassword(password)],
  );
}

export function target(origin: string): Side {
  const post = (path: string, user: User, cookies: string, fields: Record<string, string>): Request => ({
    method: "POST",
    path: `/target${path}`,
    headers: {
      ...browserHeaders(origin, user, cookies),
      "Content-Type": "application/x-www-form-urlencoded",
    },
    body: new URLSearchParams(fields).toString(),
  });
  return {
    name: "target",
    browser: () => "",
    password: (user) => post("/password", user, "", { email: user.email, password }),
    totp: (user, cookies) => post("/totp", user, cookies, { code: codeNow(user.key) }),
    sendCode: (user, cookies) => post("/send-code", user, cookies, {}),
    mailCode: (user, cookies, code) => post("/mail-code", user, cookies, { code }),
    session: (user, cookies) => ({
      method: "GET",
      path: "/target/session",
      headers: browserHeaders(origin, user, cookies),
    }),
    isRight: (step, { status }) => status === (step === "session" ? 200 : 204),
  };
}
