/** An administrator who adds and changes users, and what they fill in. */
import { database } from "@/lib/database/connection";
import { jobHandlers } from "@/lib/jobs/handlers";
import { minutes } from "@/lib/kernel/duration";
import { drain } from "@/lib/mail/worker";
import type { UserFields } from "@/lib/organisations/user-change";
import { holder, holding } from "./staff";
import { organisation, type Person, person } from "./world";

/** Does all that waits in the queue. */
export const post = () => drain(jobHandlers, minutes(1));

/** An organisation that asks for no second step, with its administrator. */
export async function acme() {
  const of = await organisation({ switchedOn: false });
  const ada = await person(of, { role: "administrator", name: "Ada Lovelace" });
  const edit = await holder(ada, "users.edit");
  return { of, ada, edit, invite: holding(edit, "users.invite") };
}

/** Somebody who is not there yet. */
export const newcomer: UserFields = {
  name: "Una Newton",
  email: "una@example.com",
  role: "member",
  status: "active",
  teamIds: [],
};

/** The form of a member as it stands, or with a change. */
export const fieldsOf = ({ name, email }: Person, change: Partial<UserFields> = {}): UserFields => ({
  name,
  email,
  role: "member",
  status: "active",
  teamIds: [],
  ...change,
});

/** For the first saving of a user whom nobody has changed. */
export const basis = { revision: 1, sendActivation: false };

export const rowOf = (id: string) =>
  database().selectFrom("users").selectAll().where("id", "=", id).executeTakeFirstOrThrow();

/** Who had an activation e-mail sent to whom, as the audit log tells it. */
export const activationsAskedFor = () =>
  database()
    .selectFrom("audit_events")
    .select(["actor_id", "target_id", "result"])
    .where("event", "=", "activation.requested")
    .orderBy("id")
    .execute();
