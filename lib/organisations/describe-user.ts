/** Tells what the page of one user shows: the fields, and how the account stands. */
import { database } from "@/lib/database/connection";
import { isId } from "@/lib/kernel/id";
import { listLiveSessions } from "@/lib/sessions/list-sessions";
import type { SessionRow } from "@/lib/sessions/session";
import { type DescribedMethods, describeMethods } from "@/lib/two-factor/describe-methods";
import type { Permitted } from "./permission";
import type { Team } from "./team";
import { listTeams } from "./team-queries";
import type { PresentUser } from "./user";
import {
  awaitsConfirmationEmail,
  findLastConfirmationEmail,
  findUndelivered,
  listNewestEvents,
  type UserEvent,
} from "./user-panel-queries";
import { findUser } from "./user-queries";
import { mayHandOut, reachOf } from "./visibility";

/** How much of the audit log stands on the page of a user. */
const newestEvents = 10;

export type UserDescription = {
  user: PresentUser;
  lastConfirmationEmail: Awaited<ReturnType<typeof findLastConfirmationEmail>>;
  /** The e-mail after that one, if it could not be delivered. */
  undelivered: Awaited<ReturnType<typeof findUndelivered>>;
  /** Whether one was asked for that the queue has not come to yet. */
  isOnItsWay: boolean;
  methods: DescribedMethods;
  sessions: SessionRow[];
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
  const on = database();
  const [lastConfirmationEmail, undelivered, isOnItsWay, methods, sessions, events, teams] =
    await Promise.all([
      findLastConfirmationEmail(on, id),
      findUndelivered(on, id),
      awaitsConfirmationEmail(on, user),
      describeMethods(id),
      listLiveSessions(user),
      listNewestEvents(on, reach, id, newestEvents),
      listTeams(on, reach),
    ]);
  return { user, lastConfirmationEmail, undelivered, isOnItsWay, methods, sessions, events, teams };
}

/** The teams that `by` may put a new user into. */
export function describeTeamsToChoose(by: Permitted<"users.invite">): Promise<Team[]> {
  return listTeams(database(), reachOf(by));
}
