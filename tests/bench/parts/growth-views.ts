/** Every view of the users list: the statements of its page and of its count, each timed where it is done, in Postgres. */
import { Kysely, sql } from "kysely";
import pg from "pg";
import { database, dialectFor } from "@/lib/database/connection";
import type { Schema } from "@/lib/database/schema";
import type { AddressParameters } from "@/lib/kernel/address-parameters";
import { pageSize } from "@/lib/organisations/list-users";
import { countShown, listShown } from "@/lib/organisations/user-list-queries";
import { findStart } from "@/lib/organisations/user-place-queries";
import { readView, type UserPlace } from "@/lib/organisations/user-view";
import type { Reach } from "@/lib/organisations/visibility";
import { firstNames, lastNames } from "../../../scripts/seed-names";
import { p95 } from "../measure/numbers";

/** So many that two slow moments of the machine are not the 95th of a hundred. */
export const samples = 100;

type Organisation = { id: string; manager: string; team: string };
type Asked = { parameters: AddressParameters; place: UserPlace; reach: Reach };
export type ViewTimes = Record<string, { page: number; count: number; plan: string }>;

/** The organisation `name`, with somebody who sees one team only, and that team. */
export async function organisationOf(name: string): Promise<Organisation> {
  const { rows } = await sql<Organisation>`
    select organisations.id, users.id as manager, team_id as team
    from organisations join users on users.organisation_id = organisations.id join team_members on user_id = users.id
    where organisations.name = ${name} and role = 'manager' limit 1
  `.execute(database());
  if (!rows[0]) throw new Error(`There is no ${name} with a manager`);
  return rows[0];
}

export async function measureViews(organisation: Organisation): Promise<ViewTimes> {
  const users = await someUsers(organisation.id);
  const times: ViewTimes = {};
  const watched = await watch();
  try {
    for (const [name, asked] of Object.entries(views(organisation, users))) {
      const pages: number[] = [];
      const counts: number[] = [];
      let plan = "";
      for (let sample = 0; sample < samples; sample += 1) {
        const { page, count } = await measureOnce(watched, asked(sample));
        pages.push(page.time);
        counts.push(count.time);
        plan = `${page.plan}\n\n${count.plan}`;
      }
      times[name] = { page: p95(pages), count: p95(counts), plan };
    }
  } finally {
    await watched.close();
  }
  return times;
}

type SomeUser = { id: string; name: string; email: string };

/** From anywhere in the organisation, drawn anew at each size. */
async function someUsers(organisationId: string): Promise<SomeUser[]> {
  const { rows } = await sql<SomeUser>`
    select id, name, email from users where organisation_id = ${organisationId} order by random() limit ${samples}
  `.execute(database());
  return rows;
}

/** What each view asks for in each sample: other terms, other places in the list. */
function views(
  { id, manager, team }: Organisation,
  users: SomeUser[],
): Record<string, (sample: number) => Asked> {
  const whole: Reach = { organisationId: id, teamsOf: null };
  const ofTeam: Reach = { organisationId: id, teamsOf: manager };
  const user = (sample: number) => users[sample % users.length] as SomeUser;
  const fixed =
    (parameters: AddressParameters, reach = whole) =>
    () => ({ parameters, place: null, reach });
  const searching =
    (term: (sample: number) => string, more: AddressParameters = {}) =>
    (sample: number) => ({
      parameters: { search: term(sample), ...more },
      place: null,
      reach: whole,
    });
  const deep =
    (parameters: AddressParameters, side: "after" | "before" = "after") =>
    (sample: number) => ({
      parameters,
      place: (side === "after" ? { after: user(sample).id } : { before: user(sample).id }) as UserPlace,
      reach: whole,
    });
  const domain = (sample: number) => `@${user(sample).email.split("@")[1]}`;
  const firstName = (sample: number) => String(firstNames[sample % firstNames.length]);
  const lastName = (sample: number) => String(lastNames[sample % lastNames.length]);
  return {
    "first page": fixed({}),
    "sorted by name, downwards": fixed({ sort: "-name" }),
    "sorted by e-mail": fixed({ sort: "email" }),
    "sorted by e-mail, downwards": fixed({ sort: "-email" }),
    "next page, anywhere": deep({}),
    "previous page, anywhere": deep({}, "before"),
    "next page by e-mail, anywhere": deep({ sort: "email" }),
    "next page of the not confirmed, anywhere": deep({ email: "not-confirmed" }),
    "search: a first name": searching(firstName),
    "search: a last name": searching(lastName),
    "search: a whole name": searching((sample) => user(sample).name),
    "search: an address": searching((sample) => user(sample).email),
    "search: everybody's domain": searching(domain),
    "search: nobody's domain": searching((sample) => `${domain(sample)}.nobody`),
    "search: two letters": searching((sample) => firstName(sample).slice(0, 2)),
    "search: inside of names": searching((sample) => lastName(sample).slice(1, 5)),
    "search: nobody": searching((sample) => `nobody-${sample}-here`),
    "search: a first name, not confirmed, by e-mail": searching(firstName, {
      email: "not-confirmed",
      sort: "email",
    }),
    "search: a last name, not confirmed": searching(lastName, { email: "not-confirmed" }),
    "search: a last name, by authenticator": searching(lastName, { "two-factor": "authenticator" }),
    "e-mail: confirmed": fixed({ email: "confirmed" }),
    "e-mail: not confirmed": fixed({ email: "not-confirmed" }),
    "two-factor: on": fixed({ "two-factor": "on" }),
    "two-factor: off": fixed({ "two-factor": "off" }),
    "two-factor: by e-mail": fixed({ "two-factor": "email" }),
    "two-factor: by authenticator": fixed({ "two-factor": "authenticator" }),
    "role: administrator": fixed({ role: "administrator" }),
    "role: manager": fixed({ role: "manager" }),
    "role: member": fixed({ role: "member" }),
    "status: active": fixed({ status: "active" }),
    "status: deactivated": fixed({ status: "deactivated" }),
    "one team": fixed({ team }),
    "a manager's own team": fixed({}, ofTeam),
    "a manager's search": (sample) => ({
      parameters: { search: firstName(sample) },
      place: null,
      reach: ofTeam,
    }),
  };
}

type Query = { sql: string; parameters: readonly unknown[] };

/** The product's own queries, with their texts as they are sent, and a connection that explains them. */
async function watch() {
  const asked: Query[] = [];
  const db = new Kysely<Schema>({
    dialect: dialectFor(String(process.env.POSTGRES_URL)),
    log({ level, query }) {
      if (level === "query") asked.push({ sql: query.sql, parameters: query.parameters });
    },
  });
  const client = new pg.Client({ connectionString: process.env.POSTGRES_URL });
  await client.connect();
  return {
    db,
    /** Does `work` and explains what it asked: milliseconds of planning and executing, and the plans. */
    async explain(work: () => Promise<unknown>): Promise<{ time: number; plan: string }> {
      asked.length = 0;
      await work();
      let time = 0;
      const plans: string[] = [];
      for (const query of [...asked]) {
        // Without a clock in every node of the plan, which would cost more than the node.
        const { rows } = await client.query(`explain (analyze, timing off) ${query.sql}`, [
          ...query.parameters,
        ]);
        const lines = rows.map((row) => String(row["QUERY PLAN"]));
        for (const line of lines)
          time += Number(/^(?:Planning|Execution) Time: ([\d.]+)/.exec(line)?.[1] ?? 0);
        plans.push(lines.join("\n"));
      }
      return { time, plan: plans.join("\n\n") };
    },
    async close() {
      await db.destroy();
      await client.end();
    },
  };
}

async function measureOnce(
  { db, explain }: Awaited<ReturnType<typeof watch>>,
  { parameters, place, reach }: Asked,
) {
  const { filter, sort } = readView(parameters);
  const shown = { reach, filter, allowed: ["email" as const, "authenticator" as const] };
  let isOfMany = false;
  const count = await explain(async () => {
    isOfMany = (await countShown(db, shown)).isMore;
  });
  const page = await explain(async () => {
    const start = await findStart(db, reach, place, sort);
    await listShown(db, shown, { sort, start, limit: pageSize + 1, isOfMany });
  });
  return { page, count };
}
