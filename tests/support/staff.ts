/** People who administer others in a test: their teams, and the permissions that they hold in a live session. */
import { database } from "@/lib/database/connection";
import { randomId } from "@/lib/kernel/random";
import { type Permission, type Permitted, permitted } from "@/lib/organisations/permission";
import type { FreshActor } from "@/lib/sessions/actor";
import { logIn, organisation, type Person, person } from "./world";

/** A team of an organisation with `members` in it. */
export async function team(
  of: { id: string },
  name: string,
  members: { id: string }[] = [],
): Promise<string> {
  const id = randomId();
  await database().insertInto("teams").values({ id, name, organisation_id: of.id }).execute();
  for (const member of members) {
    await database().insertInto("team_members").values({ team_id: id, user_id: member.id }).execute();
  }
  return id;
}

/** What `who` holds after logging in just now. Throws when their role has no such permission. */
export async function holder<P extends Permission>(
  who: Person,
  permission: P,
): Promise<FreshActor & Permitted<P>> {
  return holding((await logInByPassword(who)).actor, permission);
}

/** What `actor` holds. Throws when their role has no such permission. */
export function holding<P extends Permission>(actor: FreshActor, permission: P): FreshActor & Permitted<P> {
  const by = permitted(actor, permission);
  if (!by) throw new Error(`A ${actor.role} does not hold ${permission}`);
  return by;
}

/** The same actor, who proved who they are an hour ago. */
export function withOldProof<A extends FreshActor>(actor: A): A {
  return { ...actor, provedAt: new Date(actor.provedAt.getTime() - 3_600_000) };
}

/** Logs in without a second step: these tests are about what happens behind the login. */
export async function logInByPassword(who: Person) {
  const before = await database()
    .selectFrom("organisations")
    .select("two_factor_enabled")
    .where("id", "=", who.organisationId)
    .executeTakeFirstOrThrow();
  const put = (on: boolean) =>
    database()
      .updateTable("organisations")
      .set({ two_factor_enabled: on })
      .where("id", "=", who.organisationId)
      .execute();
  await put(false);
  const login = await logIn(who);
  await put(before.two_factor_enabled);
  return login;
}

/** An administrator who may invite, of an organisation with so many `users` besides whose addresses are not confirmed. */
export async function administratorOf(users: number) {
  const of = await organisation({ switchedOn: false });
  const by = await holder(await person(of, { role: "administrator" }), "users.invite");
  const rows = Array.from({ length: users }, (_, index) => ({
    id: randomId(),
    organisation_id: of.id,
    name: `User ${index}`,
    email: `user-${index}@example.com`,
    role: "member" as const,
  }));
  await database().insertInto("users").values(rows).execute();
  return by;
}
