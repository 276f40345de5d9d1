/** Knocks at a door of the running product by plain HTTP, as everybody who may come by. */
import { database } from "@/lib/database/connection";
import { randomId } from "@/lib/kernel/random";
import { seal } from "@/lib/kernel/seal";
import { mayDo } from "@/lib/organisations/permission";
import type { Role } from "@/lib/sessions/session";
import { belongsToReveal } from "@/lib/two-factor/make-recovery-codes";
import { type Access, permissionIn } from "./doors";
import { team } from "./staff";
import { logIn, organisation, type Person, person } from "./world";

export const knockers = [
  "nobody",
  "member",
  "manager",
  "administrator",
  "administrator with an old proof",
  "administrator elsewhere",
] as const;
export type Knocker = (typeof knockers)[number];

export const roleOf: Record<Exclude<Knocker, "nobody">, Role> = {
  member: "member",
  manager: "manager",
  administrator: "administrator",
  "administrator with an old proof": "administrator",
  "administrator elsewhere": "administrator",
};

/** The value of a session cookie for each who has one, and what stands for the brackets in a path. */
export type TwoOrganisations = {
  sessions: Record<Knocker, string | null>;
  ids: { user: string; team: string; job: string };
};

/** One organisation with a member and a manager of one team and two administrators, and another's administrator. */
export async function twoOrganisations(): Promise<TwoOrganisations> {
  const [here, elsewhere] = [await organisation(), await organisation()];
  const [member, manager] = [await employee(here, "member"), await employee(here, "manager")];
  const withOldProof = await enter(await employee(here, "administrator"));
  const hourAgo = new Date(Date.now() - 3_600_000);
  await database()
    .updateTable("sessions")
    .set({ proved_at: hourAgo })
    .where("pending_login_id", "in", (login) =>
      login
        .selectFrom("pending_logins")
        .innerJoin("users", "users.id", "user_id")
        .select("pending_logins.id")
        .where("users.organisation_id", "=", here.id)
        .where("users.role", "=", "administrator"),
    )
    .execute();
  return {
    sessions: {
      nobody: null,
      member: await enter(member),
      manager: await enter(manager),
      administrator: await enter(await employee(here, "administrator")),
      "administrator with an old proof": withOldProof,
      "administrator elsewhere": await enter(await employee(elsewhere, "administrator")),
    },
    ids: {
      user: member.id,
      team: await team(here, "Support", [member, manager]),
      job: await sending(manager),
    },
  };
}

const employee = (of: { id: string }, role: Role) => person(of, { role, authenticator: true });

/** Logs in; new recovery codes wait to be saved in that session, so that there is something behind every door. */
async function enter(who: Person): Promise<string> {
  const { sessionToken, actor } = await logIn(who);
  const codes_sealed = seal('["7K3M-9QWX-2HTR-V8BN"]', belongsToReveal(who.id));
  const shownIn = { user_id: who.id, session_id: actor.sessionId };
  await database()
    .insertInto("recovery_code_reveals")
    .values({ ...shownIn, codes_sealed, expires_at: new Date(Date.now() + 3_600_000) })
    .execute();
  return sessionToken;
}

async function sending(by: Person): Promise<string> {
  const id = randomId();
  const counts = { recipients: 0, confirmed: 0, deactivated: 0, waiting_already: 0, sent_meanwhile: 0 };
  const at = new Date();
  await database()
    .insertInto("resend_jobs")
    .values({
      id,
      organisation_id: by.organisationId,
      started_by: by.id,
      started_at: at,
      finished_at: at,
      ...counts,
    })
    .execute();
  return id;
}

/** The address behind `path`, with the ids of the first organisation where the table has brackets. */
export function addressOf(path: string, ids: TwoOrganisations["ids"]): string {
  return path
    .replace("teams/[id]", `teams/${ids.team}`)
    .replace("[id]", ids.user)
    .replace("[job]", ids.job)
    .replace("[...nextauth]", "csrf");
}

/** `saysWhence: false` leaves out what every browser says of the page that sends. */
type Knock = RequestInit & { session?: string | null; saysWhence?: boolean; duplex?: "half" };

/** Sends one request as from a page of ours, follows nothing, and comes from a network of its own. */
export function knock(
  path: string,
  { session = null, saysWhence = true, ...init }: Knock = {},
): Promise<Response> {
  const headers = new Headers(init.headers);
  if (saysWhence && !headers.has("origin") && !headers.has("sec-fetch-site"))
    headers.set("sec-fetch-site", "same-origin");
  if (session) headers.append("cookie", `__Host-twostep-session=${session}`);
  const group = () => Math.floor(Math.random() * 65_536).toString(16);
  headers.set("x-forwarded-for", `2001:db8:${group()}:${group()}::1`);
  return fetch(new URL(path, String(process.env.AUTH_URL)), { ...init, headers, redirect: "manual" });
}

export type Answer = "in" | "to the login" | "to the step-up" | "not found" | `status ${number}`;

/** What an answer means to whoever knocked. A redirect to anywhere but login and step-up is an answer from inside. */
export function meaningOf({ status, headers }: Response): Answer {
  if (status === 404) return "not found";
  if (status === 200) return "in";
  if (status < 300 || status > 308) return `status ${status}`;
  const { pathname, searchParams } = new URL(headers.get("location") ?? "", String(process.env.AUTH_URL));
  // The page of all teams says so of one that is not there, or not theirs.
  if (searchParams.get("notice") === "team-gone") return "not found";
  return pathname === "/login" ? "to the login" : pathname === "/step-up" ? "to the step-up" : "in";
}

/** What the table says that `knocker` is answered at the door of `path`. */
export function expectedAnswer(path: string, access: Access, knocker: Knocker): Answer {
  // Nobody here has the secret of the platform's cron.
  if (access === "not in production" || access === "cron") return "not found";
  if (access === "anyone") return "in";
  if (access === "pending login" || knocker === "nobody") return "to the login";
  const { permission, fresh } = permissionIn(access);
  const isElsewhere = knocker === "administrator elsewhere" && path.includes("[") && permission;
  if (isElsewhere || (permission && !mayDo(roleOf[knocker], permission))) return "not found";
  return fresh && knocker === "administrator with an old proof" ? "to the step-up" : "in";
}
