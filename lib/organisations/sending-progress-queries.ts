/** Remembers how sendings stand, for the pages that show them. */
import { type SelectQueryBuilder, sql } from "kysely";
import type { Database } from "@/lib/database/connection";
import type { Schema } from "@/lib/database/schema";
import type { Role } from "@/lib/sessions/session";
import type {
  RecipientReason,
  RecipientState,
  ResultPlace,
  Sending,
  SendingProgress,
  Unseen,
} from "./sending";
import { isVisible, type UsersQuery, visibleUsers } from "./shown-users-queries";
import type { Reach } from "./visibility";

/** Within `reach`: every sending of the organisation; for somebody with own teams those that they started. */
function visibleSendings(on: Database, { organisationId, teamsOf }: Reach) {
  const ofOrganisation: SelectQueryBuilder<Schema, "resend_jobs", object> = on
    .selectFrom("resend_jobs")
    .where("resend_jobs.organisation_id", "=", organisationId);
  return teamsOf === null ? ofOrganisation : ofOrganisation.where("resend_jobs.started_by", "=", teamsOf);
}

/** The sending `id`, or undefined for one that is unknown or out of `reach`. */
export async function findSending(on: Database, reach: Reach, id: string): Promise<Sending | undefined> {
  const row = await visibleSendings(on, reach)
    .innerJoin("users", "users.id", "resend_jobs.started_by")
    .where("resend_jobs.id", "=", id)
    .select([
      "resend_jobs.id",
      "started_at as startedAt",
      "users.name as startedBy",
      "recipients",
      "confirmed",
      "deactivated",
      "waiting_already as waitingAlready",
      "sent_meanwhile as sentMeanwhile",
      "next_try_at as nextTryAt",
      "finished_at as finishedAt",
    ])
    .executeTakeFirst();
  if (!row) return undefined;
  const { confirmed, deactivated, waitingAlready, sentMeanwhile, ...sending } = row;
  const leftOut = {
    confirmed,
    deactivated,
    "waiting-already": waitingAlready,
    "sent-meanwhile": sentMeanwhile,
  };
  return { ...sending, leftOut };
}

/** The newest sending that is still under way, or undefined. */
export async function findRunningSending(on: Database, reach: Reach): Promise<string | undefined> {
  const row = await visibleSendings(on, reach)
    .select("resend_jobs.id")
    .where("finished_at", "is", null)
    .orderBy("started_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.id;
}

/** Counts the recipients of a sending by state; those left out at the start are none. */
export async function countProgress(on: Database, sendingId: string): Promise<SendingProgress> {
  const rows = await on
    .selectFrom("resend_recipients")
    .select(({ fn }) => ["state", fn.countAll<number>().as("count")])
    .where("job_id", "=", sendingId)
    .where("position", ">", 0)
    .groupBy("state")
    .execute();
  const count = (state: RecipientState) => rows.find((row) => row.state === state)?.count ?? 0;
  return {
    waiting: count("waiting") + count("sending"),
    sent: count("sent"),
    failed: count("failed"),
    leftOut: count("left-out"),
  };
}

/**
 * Counts those in the list of a sending who are out of `reach` by now: somebody who started it may have left a team
 * since. Asks nothing for the whole organisation, which nobody leaves.
 */
export async function countUnseen(on: Database, reach: Reach, sendingId: string): Promise<Unseen> {
  if (reach.teamsOf === null) return { users: 0, failed: 0 };
  const { users, failed } = await on
    .selectFrom("resend_recipients")
    .select(({ fn }) => [
      fn.countAll<number>().as("users"),
      fn.countAll<number>().filterWhere("state", "=", "failed").as("failed"),
    ])
    .where("job_id", "=", sendingId)
    .where(sql<boolean>`not ${isVisible(on, reach, "resend_recipients.user_id")}`)
    .executeTakeFirstOrThrow();
  return { users, failed };
}

export type SendingResult = {
  position: number;
  userId: string;
  name: string;
  email: string;
  role: Role;
  state: RecipientState;
  reason: RecipientReason | null;
  at: Date;
};

/**
 * Up to `limit` results of a sending after a place, state by state in the order of `states`; only of users within
 * `reach`, who may be fewer than when it was started.
 */
export async function listResults(
  on: Database,
  reach: Reach,
  sendingId: string,
  { states, after, limit }: { states: RecipientState[]; after: ResultPlace | null; limit: number },
): Promise<SendingResult[]> {
  const results: SendingResult[] = [];
  const beginning = after ? states.indexOf(after.state) : 0;
  for (const state of states.slice(Math.max(beginning, 0))) {
    const place = after?.state === state ? after.position : null;
    results.push(
      ...(await listState(visibleUsers(on, reach), sendingId, state, place, limit - results.length)),
    );
    if (results.length === limit) break;
  }
  return results;
}

function listState(
  visible: UsersQuery,
  sendingId: string,
  state: RecipientState,
  after: number | null,
  limit: number,
): Promise<SendingResult[]> {
  return visible
    .innerJoin("resend_recipients", "resend_recipients.user_id", "users.id")
    .select([
      "resend_recipients.position",
      "users.id as userId",
      "users.name",
      "users.email",
      "users.role",
      "resend_recipients.state",
      "resend_recipients.reason",
      "resend_recipients.at",
    ])
    .where("resend_recipients.job_id", "=", sendingId)
    .where("resend_recipients.state", "=", state)
    .$if(after !== null, (query) => query.where("resend_recipients.position", ">", after))
    .orderBy("resend_recipients.position")
    .limit(limit)
    .execute();
}
