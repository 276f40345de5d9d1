/** Our side: the built product, through its own pages. Forms are posted as a browser without JavaScript posts them. */
import { ScureBase32Plugin } from "otplib";
import { hashPassword } from "@/lib/accounts/password-hash";
import { digest } from "@/lib/kernel/digest";
import { randomId } from "@/lib/kernel/random";
import { sealTotpSecret } from "@/lib/two-factor/totp-secret";
import { formsIn } from "../../support/html-forms";
import { inDatabase } from "../measure/databases";
import { cookiesAfter, multipart, type Request, send } from "../measure/load";
import { browserHeaders, codeNow, password, type Side, type User } from "./side";

const browserCookie = "__Host-twostep-browser";
const browserTokenOf = (user: User) => `browser-of-${user.email}`.padEnd(43, "-").slice(0, 43);

/** Users with both methods, who have logged in with this browser before: the login that happens a thousand times. */
export async function seedOurs(database: string, users: User[]): Promise<void> {
  const organisationId = randomId();
  await inDatabase(
    database,
    "insert into organisations (id, name, two_factor_enabled) values ($1, 'Bench', true)",
    [organisationId],
  );
  const passwordHash = await hashPassword(password);
  const rows = users.map((user) => {
    const id = randomId();
    const secret = new ScureBase32Plugin().encode(user.key, { padding: false });
    return {
      id,
      email: user.email,
      secret: sealTotpSecret(secret, id),
      browser: digest("known-browser", browserTokenOf(user)),
    };
  });
  await inDatabase(
    database,
    `with given as (
      select * from jsonb_to_recordset($1::jsonb) as given(id uuid, email text, secret text, browser text)
    ),
    made as (
      insert into users (id, organisation_id, name, email, password_hash, role, email_confirmed_at)
      select id, $2, 'Jane Doe', email, $3, 'member', now() from given
    ),
    enrolled as (
      insert into authenticators (user_id, secret_sealed, enabled_at, last_step) select id, secret, now(), 0 from given
    )
    insert into known_browsers (user_id, browser_digest, first_seen_at, last_seen_at)
    select id, browser, now(), now() from given`,
    [JSON.stringify(rows), organisationId, passwordHash],
  );
}

/** Learns the hidden fields of the forms by one login of `guide`, who is then used up; they are the same for everybody. */
export async function ours(origin: string, guide: User): Promise<Side> {
  const get = async (path: string, cookies = "") => {
    const answer = await send(origin, {
      method: "GET",
      path,
      headers: browserHeaders(origin, guide, cookies),
    });
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status} ${answer.location}`);
    return answer.body;
  };
  const form = async (path: string, field: string, cookies = "") => {
    const found = formsIn(await get(path, cookies)).find(({ fields }) => fields.includes(field));
    if (!found) throw new Error(`There is no form with "${field}" at ${path}`);
    return found.hidden;
  };
  const post = (path: string, user: User, cookies: string, fields: [string, string][]): Request => {
    const { headers, body } = multipart(fields);
    return { method: "POST", path, body, headers: { ...browserHeaders(origin, user, cookies), ...headers } };
  };
  const known = (user: User) => `${browserCookie}=${browserTokenOf(user)}`;

  const login = await form("/login", "password");
  const asked = (user: User) =>
    post("/login", user, known(user), [...login, ["email", user.email], ["password", password]]);
  const first = await send(origin, asked(guide));
  const cookies = cookiesAfter(first, known(guide));
  const choice = await form("/login/verify", "method", cookies);
  const byApp = await form("/login/verify/authenticator", "code", cookies);
  const byMail = await form("/login/verify/email", "code", cookies);

  return {
    name: "ours",
    browser: known,
    password: asked,
    totp: (user, had) =>
      post("/login/verify/authenticator", user, had, [...byApp, ["code", codeNow(user.key)]]),
    sendCode: (user, had) => post("/login/verify", user, had, [...choice, ["method", "email"]]),
    mailCode: (user, had, code) => post("/login/verify/email", user, had, [...byMail, ["code", code]]),
    session: (user, had) => ({ method: "GET", path: "/", headers: browserHeaders(origin, user, had) }),
    isRight(step, { status, location }) {
      if (step === "session") return status === 200;
      const next = {
        // Straight to the code where there is nothing to choose.
        password: ["/login/verify", "/login/verify/email"],
        totp: ["/"],
        "send-code": ["/login/verify/email"],
        "mail-code": ["/"],
      };
      return status === 303 && next[step].includes(new URL(location, origin).pathname);
    },
  };
}
