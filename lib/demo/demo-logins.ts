/** Lists the demo logins, for the login page and the terminal of demo and dev. */
import { database } from "@/lib/database/connection";
import { groupedSecret } from "@/lib/two-factor/totp";
import { openTotpSecret } from "@/lib/two-factor/totp-secret";
import { demoLogins, demoPassword, demoRecoveryCodes } from "./demo-people";
import { listPresent } from "./queries";

/** Everybody's password, and for each login that there is its state and, with an authenticator, the setup key and recovery codes. */
export async function listDemoLogins() {
  const emails = demoLogins.map(({ email }) => email);
  const present = await listPresent(database(), emails);
  const logins = demoLogins.flatMap(({ email, state }) => {
    const found = present.find((user) => user.email === email);
    if (!found) return [];
    const { userId, secretSealed, hasFirstRecoveryCodes } = found;
    const secret = secretSealed && groupedSecret(openTotpSecret(secretSealed, userId));
    return [{ email, state, secret, recoveryCodes: hasFirstRecoveryCodes ? demoRecoveryCodes : [] }];
  });
  return { password: demoPassword, logins };
}
