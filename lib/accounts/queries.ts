/** Remembers accounts: what a login asks of them, and that an address is confirmed. */
import { type QueryCreator, sql } from "kysely";
import { adderName } from "@/lib/database/adder-name";
import type { Database } from "@/lib/database/connection";
import { wasFound } from "@/lib/database/maybe-found";
import { prepared } from "@/lib/database/prepared";
import { readerLanguage } from "@/lib/database/reader-language";
import type { Schema } from "@/lib/database/schema";
import { standingFacts } from "@/lib/database/standing-facts";
import type { Transaction } from "@/lib/database/transaction";
import type { GateByChoice } from "@/lib/throttle/gate";
import { untilByChoice } from "@/lib/throttle/gate-parts";
import { normalAddress } from "./email-address";
import { hasEmail } from "./email-address-parts";

const hasId = (userId: string) => sql<boolean>`users.id = ${userId}::uuid`;

export type Credentials = NonNullable<Awaited<ReturnType<typeof findCredentials>>>;

/** All that a login asks of an account; undefined when nobody has the address. */
export function findCredentials(on: Database, email: string) {
  return credentials(on)
    .where(hasEmail(normalAddress(email)))
    .executeTakeFirst();
}

/** The same, by the user's id. */
export function findCredentialsById(on: Database, userId: string) {
  return credentials(on).where(hasId(userId)).executeTakeFirst();
}

/** The same with who added the user, by name. */
export function findAddedById(on: Database, userId: string) {
  return credentials(on).where(hasId(userId)).select(adderName).executeTakeFirst();
}

type AtGate = {
  whom: string;
  /** The digests of the browser that asks. */
  browsers: string[];
  gate: GateByChoice;
};

/**
 * The same for a password that is to be checked, in one statement with the gate that it has to pass: `gate` has a case
 * for each of `browsers`, and that counts in which the user has completed a login. Returns that one, too, and until when
 * it is closed.
 */
export async function findCredentialsAtGate(
  on: Database,
  whom: { normalEmail: string } | { userId: string },
  browsers: string[],
  gate: GateByChoice,
): Promise<{ found: Credentials | undefined; knownBrowser: string | null; until: Date | null }> {
  const [row] =
    "normalEmail" in whom
      ? await byEmailAtGate(on, { whom: whom.normalEmail, browsers, gate })
      : await byIdAtGate(on, { whom: whom.userId, browsers, gate });
  if (!row) throw new Error("A gate always answers");
  const { until, knownBrowser, ...found } = row;
  return { found: wasFound<Credentials>(found) ? found : undefined, knownBrowser, until };
}

const byEmailAtGate = prepared("password-of-address", (on, values: AtGate) => atGate(on, values, hasEmail));

const byIdAtGate = prepared("password-of-user", (on, values: AtGate) => atGate(on, values, hasId));

function atGate(on: Database, { whom, browsers, gate }: AtGate, isMeant: typeof hasEmail) {
  return on
    .with("found", (db) =>
      credentials(db)
        .where(isMeant(whom))
        .select(
          sql<string | null>`(select max(browser_digest) from known_browsers
            where known_browsers.user_id = users.id and browser_digest = any(${browsers}::text[]))`.as(
            "knownBrowser",
          ),
        ),
    )
    .with("gate", (db) =>
      db.selectNoFrom(untilByChoice(gate, sql`(select "knownBrowser" from found)`).as("until")),
    )
    .selectFrom("gate")
    .leftJoin("found", (join) => join.onTrue())
    .selectAll("found")
    .select("gate.until");
}

const credentials = (on: Pick<QueryCreator<Schema>, "selectFrom">) =>
  on
    .selectFrom("users")
    .innerJoin("organisations", "organisations.id", "users.organisation_id")
    .leftJoin("authenticators", "authenticators.user_id", "users.id")
    .select(credentialColumns);

const credentialColumns = [
  "users.id",
  "users.organisation_id as organisationId",
  "organisations.name as organisationName",
  "users.name",
  "users.email",
  readerLanguage,
  "users.status",
  "users.password_hash as passwordHash",
  ...standingFacts,
] as const;

/**
 * Confirms the address, if it is still `email` and unconfirmed, and sets the password that was chosen with it, if there is
 * none yet: says whether it did. Undefined, and nothing is done, when the address or its state was changed meanwhile.
 */
export function confirmAddress(
  trx: Transaction,
  userId: string,
  email: string,
  chosenHash: string | null,
  at: Date,
): Promise<{ isChosenSet: boolean } | undefined> {
  // Each hash is made with a salt of its own: afterwards it is this one or another.
  const isChosen = sql<boolean>`coalesce(password_hash = ${chosenHash}::text, false)`;
  const isFirst = sql`password_hash is null and ${chosenHash}::text is not null`;
  return trx
    .updateTable("users")
    .set({
      email_confirmed_at: at,
      password_hash: sql`coalesce(password_hash, ${chosenHash}::text)`,
      password_changed_at: sql`case when ${isFirst} then ${at}::timestamptz else password_changed_at end`,
    })
    .where("id", "=", userId)
    .where("status", "=", "active")
    .where("email_confirmed_at", "is", null)
    .where(hasEmail(normalAddress(email)))
    .returning(isChosen.as("isChosenSet"))
    .executeTakeFirst();
}
