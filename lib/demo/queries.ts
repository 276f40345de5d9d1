/** Writes the demo organisation in one go; outside the demo, people come in through verbs alone. */
import { sql } from "kysely";
import type { Database } from "@/lib/database/connection";
import type { Transaction } from "@/lib/database/transaction";
import type { UserStatus } from "@/lib/organisations/user";
import type { Role } from "@/lib/sessions/session";

export type DemoPerson = {
  id: string;
  name: string;
  email: string;
  role: Role;
  status: UserStatus;
  confirmedAt: Date | null;
  emailMethodEnabled: boolean;
  passwordHash: string | null;
  lastLoginAt: Date | null;
  teamIds: string[];
  totpSecretSealed: string | null;
  recoveryCodeDigests: string[];
};

/** Whether there is any organisation. */
export async function holdsOrganisation(on: Database): Promise<boolean> {
  return (await on.selectFrom("organisations").select("id").limit(1).executeTakeFirst()) !== undefined;
}

/** One that has the name already, because `npm run seed` put it there, takes the people in. */
export async function insertDemoOrganisation(
  trx: Transaction,
  given: { id: string; name: string },
  teams: { id: string; name: string }[],
  people: DemoPerson[],
  at: Date,
): Promise<void> {
  const organisation = await trx
    .insertInto("organisations")
    .values({ ...given, two_factor_enabled: true, created_at: at })
    .onConflict((clash) => clash.expression(sql`lower(name)`).doUpdateSet({ two_factor_enabled: true }))
    .returning("id")
    .executeTakeFirstOrThrow();
  await trx
    .insertInto("teams")
    .values(teams.map((team) => ({ ...team, organisation_id: organisation.id })))
    .execute();
  await trx
    .insertInto("users")
    .values(
      people.map((person) => ({
        id: person.id,
        organisation_id: organisation.id,
        name: person.name,
        email: person.email,
        role: person.role,
        status: person.status,
        email_confirmed_at: person.confirmedAt,
        email_method_enabled: person.emailMethodEnabled,
        password_hash: person.passwordHash,
        password_changed_at: person.passwordHash ? at : null,
        last_login_at: person.lastLoginAt,
        created_at: at,
        changed_at: at,
      })),
    )
    .execute();
  const memberships = people.flatMap(({ id, teamIds }) =>
    teamIds.map((team_id) => ({ team_id, user_id: id })),
  );
  await trx.insertInto("team_members").values(memberships).execute();
  const enrolled = people.flatMap(({ id, totpSecretSealed }) =>
    totpSecretSealed ? [{ user_id: id, secret_sealed: totpSecretSealed, enabled_at: at, last_step: 0 }] : [],
  );
  await trx.insertInto("authenticators").values(enrolled).execute();
  const codes = people.flatMap(({ id, recoveryCodeDigests }) =>
    recoveryCodeDigests.map((code_digest) => ({ user_id: id, code_digest, created_at: at, saved: true })),
  );
  await trx.insertInto("recovery_codes").values(codes).execute();
}

/**
 * Those of `emails` that are users, whatever their organisation is called by now, with the sealed secret of whoever has an
 * authenticator, and whether they have the recovery codes still that they came with.
 */
export function listPresent(on: Database, emails: string[]) {
  return on
    .selectFrom("users")
    .leftJoin("authenticators", "authenticators.user_id", "users.id")
    .where("users.email", "in", emails)
    .select(["users.id as userId", "users.email", "authenticators.secret_sealed as secretSealed"])
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom("recovery_codes")
          .select("recovery_codes.user_id")
          .whereRef("recovery_codes.user_id", "=", "users.id")
          .whereRef("recovery_codes.created_at", "=", "users.created_at"),
      ).as("hasFirstRecoveryCodes"),
    )
    .execute();
}
