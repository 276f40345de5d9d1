/** Tells what the page of one user shows: the fields, and how the account stands. */
import { database } from "@/lib/database/connection";
import { now } from "@/lib/kernel/clock";
import { isId } from "@/lib/kernel/id";
import { isIdle } from "@/lib/sessions/session";
import type { Permitted } from "./permission";
import type { Team } from "./team";
import { listTeams } from "./team-queries";
import type { PresentUser } from "./user";
import {
  findLastConfirmationEmail,
  getMethodsSince,
  listNewestEvents,
  listSessionsOf,
  type PresentMethods,
  type UserEvent,
} from "./user-panel-queries";
import { findUser } from "./user-queries";
import { mayHandOut, reachOf } from "./visibility";

/** How much of the audit log stands on the page of a user. */
const newestEvents = 10;

export type UserDescription = {
  user: PresentUser;
  lastConfirmationEmail: Awaited<ReturnType<typeof findLastConfirmationEmail>>;
  methods: PresentMethods;
  sessions: Awaited<ReturnType<typeof listSessionsOf>>;
  events: UserEvent[];
  /** The teams that whoever is asking may put the user into. */
  teams: Team[];
};

/** The user `id`; undefined for one who may not be seen, or whose role `by` could not hand out. */
export async function describeUser(
  by: Permitted<"users.edit">,
  id: string,
): Promise<UserDescription | undefined> {
  if (!isId(id)) return undefined;
  const reach = reachOf(by);
  const user = await findUser(database(), reach, id);
  if (!user || !mayHandOut(by.role, user.role)) return undefined;
  const at = now();
  const [lastConfirmationEmail, methods, sessions, events, teams] = await Promise.all([
    findLastConfirmationEmail(database(), id),
    getMethodsSince(database(), id),
    listSessionsOf(database(), id, at),
    listNewestEvents(database(), reach, id, newestEvents),
    listTeams(database(), reach),
  ]);
  const live = sessions.filter(({ lastSeenAt }) => !isIdle(user.role, lastSeenAt, at));
  return { user, lastConfirmationEmail, methods, sessions: live, events, teams };
}

/** The teams that `by` may put a new user into. */
export function describeTeamsToChoose(by: Permitted<"users.invite">): Promise<Team[]> {
  return listTeams(database(), reachOf(by));
}
