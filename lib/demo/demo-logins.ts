/** Lists the demo logins, for the login page and the terminal of demo and dev. */
import { database } from "@/lib/database/connection";
import { groupedSecret } from "@/lib/two-factor/totp";
import { openTotpSecret } from "@/lib/two-factor/totp-secret";
import { demoLogins, demoPassword } from "./demo-people";
import { findSecrets } from "./queries";

/** Everybody's password, and for each login its state and, with an authenticator, the setup key. */
export async function listDemoLogins() {
  const secrets = await findSecrets(
    database(),
    demoLogins.map(({ email }) => email),
  );
  const logins = demoLogins.map(({ email, state }) => {
    const found = secrets.find((secret) => secret.email === email);
    return { email, state, secret: found && groupedSecret(openTotpSecret(found.secretSealed, found.userId)) };
  });
  return { password: demoPassword, logins };
}
