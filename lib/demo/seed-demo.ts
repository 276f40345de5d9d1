/** Fills a database with the demo organisation, so that every state can be tried without preparing anything. */
import { hashPassword } from "@/lib/accounts/password-hash";
import { database } from "@/lib/database/connection";
import { inTransaction } from "@/lib/database/transaction";
import { before, now } from "@/lib/kernel/clock";
import { days, hours } from "@/lib/kernel/duration";
import { randomId } from "@/lib/kernel/random";
import { newBatchSalt, recoveryCodeDigest } from "@/lib/two-factor/recovery-code";
import { newTotpSecret } from "@/lib/two-factor/totp";
import { sealTotpSecret } from "@/lib/two-factor/totp-secret";
import {
  demoColleagues,
  demoLogins,
  demoOrganisation,
  demoPassword,
  demoRecoveryCodes,
  demoTeams,
} from "./demo-people";
import { type DemoPerson, holdsOrganisation, insertDemoOrganisation, listPresent } from "./queries";

/**
 * Writes the demo organisation unless its people are there. Never called in production (ASVS 5.0, 6.3.2: no default
 * accounts); a database that was `given` may be a real one all the same, so that one is filled only while it holds nobody.
 */
export async function seedDemo({ given }: { given: boolean }): Promise<void> {
  const emails = demoLogins.map(({ email }) => email);
  if (given ? await holdsOrganisation(database()) : (await listPresent(database(), emails)).length > 0)
    return;
  const passwordHash = await hashPassword(demoPassword);
  const at = now();
  const teams = demoTeams.map((name) => ({ id: randomId(), name }));
  const salt = newBatchSalt();
  const digests = await Promise.all(demoRecoveryCodes.map((code) => recoveryCodeDigest(code, salt)));
  const people = [...logins(teams, passwordHash, digests), ...colleagues(teams)];
  await inTransaction((trx) =>
    insertDemoOrganisation(trx, { id: randomId(), name: demoOrganisation }, teams, people, at),
  );
}

type Team = { id: string; name: string };

function logins(teams: Team[], passwordHash: string, recoveryCodeDigests: string[]): DemoPerson[] {
  return demoLogins.map((login, index) => {
    const id = randomId();
    return {
      id,
      name: login.name,
      email: login.email,
      role: login.role,
      status: login.deactivated ? "deactivated" : "active",
      confirmedAt: login.confirmed ? before(now(), days(30 + index)) : null,
      emailMethodEnabled: login.emailMethodEnabled,
      passwordHash,
      lastLoginAt: before(now(), hours(5 + 7 * index)),
      teamIds: teams.filter(({ name }) => login.teams.some((team) => team === name)).map((team) => team.id),
      totpSecretSealed: login.authenticator ? sealTotpSecret(newTotpSecret(), id) : null,
      recoveryCodeDigests: login.state === "byBoth" ? recoveryCodeDigests : [],
    };
  });
}

function colleagues(teams: Team[]): DemoPerson[] {
  return demoColleagues.map((name, index) => ({
    id: randomId(),
    name,
    email: `${name.toLowerCase().replace(" ", ".")}@acme.example`,
    role: "member",
    status: "active",
    confirmedAt: index % 3 === 0 ? null : before(now(), days(10 + index)),
    emailMethodEnabled: true,
    passwordHash: null,
    lastLoginAt: null,
    teamIds: [teams[index % teams.length]?.id ?? ""],
    totpSecretSealed: null,
    recoveryCodeDigests: [],
  }));
}
