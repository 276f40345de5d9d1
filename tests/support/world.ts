/** The people of a test: an organisation and its users in any state, and browsers that log them in. */
import { hash } from "@node-rs/argon2";
import { passwordHashing } from "@/lib/accounts/password-hash";
import { database } from "@/lib/database/connection";
import { isAny } from "@/lib/database/prepared";
import { randomId } from "@/lib/kernel/random";
import type { Visitor } from "@/lib/kernel/visitor";
import { completeLogin } from "@/lib/login/complete-login";
import { type RedeemedLogin, redeemLogin } from "@/lib/login/redeem-login";
import { startLogin } from "@/lib/login/start-login";
import type { Actor, FreshActor } from "@/lib/sessions/actor";
import { findSession } from "@/lib/sessions/find-session";
import { lacksSecondStep, type Role } from "@/lib/sessions/session";
import type { Method } from "@/lib/two-factor/method";
import { tokenDigests } from "@/lib/two-factor/pending-login-token";
import { newTotpSecret, stepAt, totpCode } from "@/lib/two-factor/totp";
import { sealTotpSecret } from "@/lib/two-factor/totp-secret";

export const visitor: Visitor = {
  browserToken: null,
  address: "192.0.2.7",
  userAgent: "Mozilla/5.0 (X11; Linux x86_64) Chrome/156.0.0.0",
};

/** The same visitor at another network address, where one source must not be what the limits count. */
export const visitorFrom = (host: number): Visitor => ({ ...visitor, address: `198.51.100.${host}` });

let networks = 0;
/** The same visitor, each time from another network: limits per source have tests of their own. */
export const somewhere = (): Visitor => {
  networks += 1;
  return { ...visitor, address: `2001:db8:${networks.toString(16)}::1` };
};

export const password = "tangerine harbour seventy";

// One hash for everybody: the tests are about what stands behind a right password, not about argon2.
const passwordHash = hash(password, passwordHashing);

/** An organisation with two-factor login on and both methods allowed, unless told otherwise. */
export async function organisation(
  wishes: { name?: string; switchedOn?: boolean; allowedMethods?: Method[] } = {},
): Promise<{ id: string; name: string }> {
  const id = randomId();
  const name = wishes.name ?? `Acme ${id.slice(-8)}`;
  await database()
    .insertInto("organisations")
    .values({
      id,
      name,
      two_factor_enabled: wishes.switchedOn ?? true,
      allowed_methods: wishes.allowedMethods ?? ["email", "authenticator"],
    })
    .execute();
  return { id, name };
}

/** What an administrator has changed about the organisation of `who` meanwhile. */
export async function setOrganisation(
  who: { organisationId: string },
  change: { name?: string; two_factor_enabled?: boolean; allowed_methods?: Method[] },
): Promise<void> {
  await database().updateTable("organisations").set(change).where("id", "=", who.organisationId).execute();
}

export type Person = {
  id: string;
  email: string;
  name: string;
  password: string;
  organisationId: string;
  secret: string;
};

/** A user: active, confirmed, with a password and no authenticator, unless told otherwise. */
export async function person(
  of: { id: string },
  wishes: {
    name?: string;
    email?: string;
    role?: Role;
    confirmed?: boolean;
    deactivated?: boolean;
    authenticator?: boolean;
    emailMethodEnabled?: boolean;
    withoutPassword?: boolean;
  } = {},
): Promise<Person> {
  const id = randomId();
  const name = wishes.name ?? "Jane Doe";
  const email = wishes.email ?? `jane-${id.slice(-8)}@example.com`;
  const secret = newTotpSecret();
  await database()
    .insertInto("users")
    .values({
      id,
      organisation_id: of.id,
      name,
      email,
      role: wishes.role ?? "member",
      status: wishes.deactivated ? "deactivated" : "active",
      password_hash: wishes.withoutPassword ? null : await passwordHash,
      email_confirmed_at: wishes.confirmed === false ? null : new Date("2026-01-01T00:00:00Z"),
      email_method_enabled: wishes.emailMethodEnabled ?? true,
    })
    .execute();
  if (wishes.authenticator) {
    await database()
      .insertInto("authenticators")
      .values({
        user_id: id,
        secret_sealed: sealTotpSecret(secret, id),
        enabled_at: new Date(),
        last_step: 0,
      })
      .execute();
  }
  return { id, email, name, password, organisationId: of.id, secret };
}

/** What the authenticator app of `who` shows now, or so many steps earlier or later. */
export function appCode(who: Person, stepsOff = 0): string {
  return totpCode(who.secret, stepAt(new Date()) + stepsOff);
}

/** A browser that is on no way through a second step. */
export const nothingBegun = { presentToken: null, returnTo: "/" };

/** Gives the right password and returns the token of the pending login; many of them not all `from` one address. */
export async function givePassword(
  who: Person,
  presentToken: string | null = null,
  from: Visitor = visitor,
): Promise<string> {
  const started = await startLogin(who, { presentToken, returnTo: "/", visitor: from });
  if (!started.ok) throw new Error("The password was not taken");
  return started.value.token;
}

/** The id of the pending login behind `token`: whoever gives the password again goes on with it by another token. */
export async function loginBehind(token: string): Promise<string | undefined> {
  const row = await database()
    .selectFrom("pending_logins")
    .select("id")
    .where(isAny("token_digest", tokenDigests(token)))
    .executeTakeFirst();
  return row?.id;
}

/** Logs `who` in, by the authenticator where they have one, and returns the session's token with its actor. */
export async function logIn(
  who: Person,
  from: Visitor = visitor,
): Promise<{ sessionToken: string; actor: FreshActor }> {
  const token = await givePassword(who, null, from);
  const redeemed = (await redeemLogin(token, from)) as { ok: boolean; value: { sessionToken: string } };
  const { sessionToken } = redeemed.ok
    ? redeemed.value
    : await giveCode(token, "authenticator", appCode(who), from);
  return { sessionToken, actor: await actorBehind(sessionToken) };
}

/** Gives a right code in the pending login behind `token`; returns what the browser gets. */
export async function giveCode(
  token: string,
  method: Method,
  code: string,
  from: Visitor = visitor,
): Promise<RedeemedLogin> {
  const completed = await completeLogin(token, method, code, from);
  if (!completed.ok) throw new Error(`The code was not taken: ${completed.code}`);
  if (completed.value.redeemed) return completed.value.redeemed;
  const redeemed = await redeemLogin(token, from);
  if (!redeemed.ok) throw new Error("The login was not redeemed");
  return redeemed.value;
}

/** A login of `who` that is verified and waits to be redeemed, because they have been here, but not by this browser. */
export async function verifiedLogin(who: Person, from: Visitor = visitor): Promise<string> {
  await database().updateTable("users").set({ last_login_at: new Date() }).where("id", "=", who.id).execute();
  const token = await givePassword(who, null, from);
  const completed = await completeLogin(token, "authenticator", appCode(who), from);
  if (!completed.ok || completed.value.redeemed) throw new Error("The login does not wait to be redeemed");
  return token;
}

/** The actor in a live session; a session opened in a test is fresh. */
export async function actorBehind(sessionToken: string): Promise<FreshActor> {
  const session = await findSession(sessionToken);
  if (!session) throw new Error("The session is not live");
  const actor: Actor = {
    userId: session.user.id,
    organisationId: session.organisation.id,
    organisationName: session.organisation.name,
    sessionId: session.id,
    role: session.user.role,
    name: session.user.name,
    email: session.user.email,
    language: "en",
    provedAt: session.provedAt,
    lacksSecondStep: lacksSecondStep(session.method, session.facts),
    visitor,
  };
  return actor as FreshActor;
}

/** What is in the audit log about the account of `who`, the oldest first. */
export async function eventsAbout(who: { id: string }): Promise<string[]> {
  const events = await database()
    .selectFrom("audit_events")
    .select("event")
    .where("target_id", "=", who.id)
    .orderBy("id")
    .execute();
  return events.map(({ event }) => event);
}

/** Whether `sessionToken` still opens anything. */
export async function isLive(sessionToken: string): Promise<boolean> {
  return (await findSession(sessionToken)) !== undefined;
}
