/** Brings a database to the newest schema: a written list of migrations, each run once, one process at a time. */
import type { Kysely } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import { database } from "./connection";
import { patiently } from "./leaving-client";
import { foundation } from "./migrations/0001-foundation";
import { usersList } from "./migrations/0002-users-list";
import { throttles } from "./migrations/0003-throttles";
import { resend } from "./migrations/0004-resend";
import { auditAndRetention } from "./migrations/0005-audit-and-retention";
import { loginInOneStatement } from "./migrations/0006-login-in-one-statement";
import { lighterLogins } from "./migrations/0007-lighter-logins";
import { confirmedOrNot } from "./migrations/0008-confirmed-or-not";
import { addressedOtherwise } from "./migrations/0009-addressed-otherwise";
import { enrolmentOfASession } from "./migrations/0010-enrolment-of-a-session";
import { countersSurvive } from "./migrations/0011-counters-survive";
import { addressesInOneForm } from "./migrations/0012-addresses-in-one-form";
import { emailOnSince } from "./migrations/0013-email-on-since";
import { browsersWithNames } from "./migrations/0014-browsers-with-names";
import { nothingShownInSurplusSessions } from "./migrations/0015-nothing-shown-in-surplus-sessions";
import { recoveryCodesSaved } from "./migrations/0016-recovery-codes-saved";
import { countedInAnIndex } from "./migrations/0017-counted-in-an-index";
import { addedBy } from "./migrations/0018-added-by";
import { mailedEnough } from "./migrations/0019-mailed-enough";
import { issuer } from "./migrations/0020-issuer";
import { capitalsInAnyLocale } from "./migrations/0021-capitals-in-any-locale";
import { renewedBy } from "./migrations/0022-renewed-by";
import { listedInAnIndex } from "./migrations/0023-listed-in-an-index";
import { lastToOpen } from "./migrations/0024-last-to-open";
import { oneSigma } from "./migrations/0025-one-sigma";

/** Every migration, oldest first. A landed one is never changed: the next one mends it. */
export const migrations: Record<string, Migration> = {
  "0001-foundation": foundation,
  "0002-users-list": usersList,
  "0003-throttles": throttles,
  "0004-resend": resend,
  "0005-audit-and-retention": auditAndRetention,
  "0006-login-in-one-statement": loginInOneStatement,
  "0007-lighter-logins": lighterLogins,
  "0008-confirmed-or-not": confirmedOrNot,
  "0009-addressed-otherwise": addressedOtherwise,
  "0010-enrolment-of-a-session": enrolmentOfASession,
  "0011-counters-survive": countersSurvive,
  "0012-addresses-in-one-form": addressesInOneForm,
  "0013-email-on-since": emailOnSince,
  "0014-browsers-with-names": browsersWithNames,
  "0015-nothing-shown-in-surplus-sessions": nothingShownInSurplusSessions,
  "0016-recovery-codes-saved": recoveryCodesSaved,
  "0017-counted-in-an-index": countedInAnIndex,
  "0018-added-by": addedBy,
  "0019-mailed-enough": mailedEnough,
  "0020-issuer": issuer,
  "0021-capitals-in-any-locale": capitalsInAnyLocale,
  "0022-renewed-by": renewedBy,
  "0023-listed-in-an-index": listedInAnIndex,
  "0024-last-to-open": lastToOpen,
  "0025-one-sigma": oneSigma,
};

/** Runs what has not run yet; returns the names of what it ran. Safe to call from several processes at once. */
export async function migrate(
  on: Kysely<never> | ReturnType<typeof database> = database(),
): Promise<string[]> {
  const migrator = new Migrator({ db: on, provider: { getMigrations: async () => migrations } });
  const { error, results = [] } = await patiently(() => migrator.migrateToLatest());
  if (error) throw error;
  return results.map(({ migrationName }) => migrationName);
}
