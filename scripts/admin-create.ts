/** `npm run admin:create`: the first Administrator of an organisation, which is made when it is new. */
import { isEmailAddress } from "@/lib/accounts/email-address";
import { isName, longestName } from "@/lib/accounts/name";
import { longestPassword, shortestPassword } from "@/lib/accounts/password";
import { environment } from "@/lib/kernel/env";
import { withoutUnseen } from "@/lib/kernel/unseen";
import { createAdministrator } from "@/lib/organisations/create-administrator";
import { askPassword } from "./ask-password";
import { command, optionsGiven, Refusal } from "./command";

const usage = `npm run admin:create -- --organisation "Acme" --email ada@example.com --name "Ada Lovelace"
The password is asked, or read from standard input.`;

const refusals = {
  "email-taken": "A user with that e-mail address exists already.",
  "password-too-short": `The password must have at least ${shortestPassword} characters.`,
  "password-too-long": `The password may have at most ${longestPassword} characters.`,
  "password-too-common": "The password is one of those that are tried first. Choose another.",
};

await command(async () => {
  const { organisation, email, name } = given();
  // Before anything is asked: what is missing could not be mended by any answer.
  environment();
  const password = await askPassword();
  const outcome = await createAdministrator({ organisation, email, name, password });
  if (!outcome.ok) throw new Refusal(refusals[outcome.code]);
  console.log(`${name} <${email}> is an Administrator of ${outcome.value.organisation}.`);
});

function given(): Record<"organisation" | "email" | "name", string> {
  const text = { type: "string", default: "" } as const;
  const values = optionsGiven({ organisation: text, email: text, name: text }, usage);
  const wanted = {
    organisation: withoutUnseen(values.organisation).trim(),
    email: withoutUnseen(values.email).trim(),
    name: withoutUnseen(values.name).trim(),
  };
  const missing = Object.entries(wanted).filter(([, value]) => !value);
  if (missing.length > 0)
    throw new Refusal(`Missing: ${missing.map(([option]) => `--${option}`).join(", ")}\n\n${usage}`);
  if (!isEmailAddress(wanted.email)) throw new Refusal(`"${wanted.email}" is no e-mail address.`);
  for (const option of ["organisation", "name"] as const)
    if (!isName(wanted[option]))
      throw new Refusal(`--${option} must be one line of at most ${longestName} characters.`);
  return wanted;
}
