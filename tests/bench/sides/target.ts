/** The target: the fewest statements that do all of each step, in bare route handlers of the same Next. */
import { hashPassword } from "@/lib/accounts/password-hash";
import { formsIn } from "../../support/html-forms";
import { tables } from "../beside/target-tables";
import { inDatabase } from "../measure/databases";
import { multipart, type Request, send } from "../measure/load";
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

/** The steps in which {@link targetInAction} differs. */
export const stepsInAction = ["totp", "mail-code"] as const;

/**
 * The same statements, where the product must do them: in actions of pages behind a proxy.ts, which sign in by NextAuth.
 * The forms' hidden fields are learnt by a look of `guide` at them.
 */
export async function targetInAction(origin: string, guide: User): Promise<Side> {
  const bare = target(origin);
  const [totp, mailCode] = await Promise.all(
    stepsInAction.map(async (step) => {
      const path = `/signing-in/${step}`;
      const page = await send(origin, { method: "GET", path, headers: browserHeaders(origin, guide) });
      const hidden = formsIn(page.body)[0]?.hidden ?? [];
      return (user: User, cookies: string, code: string): Request => {
        const { headers, body } = multipart([...hidden, ["code", code]]);
        return {
          method: "POST",
          path,
          body,
          headers: { ...browserHeaders(origin, user, cookies), ...headers },
        };
      };
    }),
  );
  if (!totp || !mailCode) throw new Error("There is no form to enter a code");
  return {
    ...bare,
    name: "target in an action",
    totp: (user, cookies) => totp(user, cookies, codeNow(user.key)),
    mailCode,
    isRight: (step, answer) =>
      stepsInAction.some((each) => each === step)
        ? answer.status === 303 && answer.location.endsWith("/elsewhere")
        : bare.isRight(step, answer),
  };
}
