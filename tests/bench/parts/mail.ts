/** "Resend E-mail confirmations" to 100,000: how soon it is accepted, and how fast a worker sends beside a bare loop. */

import { setTimeout as pause } from "node:timers/promises";
import { sql } from "kysely";
import { database } from "@/lib/database/connection";
import { randomId } from "@/lib/kernel/random";
import { prepareQueue, stopQueue } from "@/lib/mail/queue";
import { permitted } from "@/lib/organisations/permission";
import { resendConfirmations } from "@/lib/organisations/resend-confirmations";
import { readView } from "@/lib/organisations/user-view";
import type { Actor } from "@/lib/sessions/actor";
import { root } from "../../../scripts/install.mjs";
import { seedUsers } from "../../../scripts/seed-users";
import { prepare } from "../../support/prepare";
import { testEnvironment } from "../../support/test-environment";
import { cpuOf, memoryOf } from "../measure/cpu-time";
import { dropBenchDatabases, emptyDatabase, inDatabase } from "../measure/databases";
import { median, p95, ratios, spread } from "../measure/numbers";
import { type Findings, table } from "../measure/report";
import { start, stop } from "../measure/servers";
import { openSink } from "../measure/sink";

const recipients = 100_000;
const rounds = 5;
/** Shorter than the ten seconds that a letter waits for its mail server: whoever is stopped must not think it away. */
const windowSeconds = 6;
/** After the rounds it goes on alone until so many are sent, while its memory is watched. */
const watchedUntil = 60_000;

const ourSender = "twostep@example.com";
const bareSender = "bare@example.com";

export async function measure(): Promise<Findings> {
  const { name, url } = await emptyDatabase("mail");
  process.env.POSTGRES_URL = url;
  const sink = await openSink();
  try {
    await prepare(database());
    await seedUsers({ organisation: "Acme", users: recipients, unconfirmed: 1, passwordHash: null });
    await inDatabase(name, "vacuum analyze");
    await prepareQueue();
    const accepted = await acceptOften(await administrator());
    await stopQueue();

    const environment = {
      ...testEnvironment,
      POSTGRES_URL: url,
      SMTP_URL: sink.url,
      AUTH_URL: "http://localhost:3000",
    };
    const bare = start(
      ["--import", "tsx", "tests/bench/measure/bare-loop.ts", sink.url, `Twostep <${bareSender}>`],
      root,
      {
        ...environment,
        NODE_ENV: "test",
      },
    );
    const worker = start(["--import", "tsx", "scripts/worker.ts"], root, {
      ...environment,
      TWOSTEP_MODE: "production",
    });
    bare.stdout?.resume();
    worker.stdout?.resume();
    const busy = async (sender: string) => {
      while (sink.taken(sender) === 0) await pause(50);
    };
    await Promise.all([busy(ourSender), busy(bareSender)]);

    const rates = { ours: [] as number[], bare: [] as number[] };
    const cpu = { ours: [] as number[], bare: [] as number[] };
    for (let round = 1; round <= rounds; round += 1) {
      for (const [who, process_, other, sender] of [
        ["ours", worker, bare, ourSender],
        ["bare", bare, worker, bareSender],
      ] as const) {
        other.kill("SIGSTOP");
        process_.kill("SIGCONT");
        const measured = await rate(() => sink.taken(sender), process_.pid as number);
        rates[who].push(measured.perSecond);
        cpu[who].push(measured.cpu);
      }
      console.log(
        `round ${round} of ${rounds}: ${rates.ours.at(-1)?.toFixed(0)} and ${rates.bare.at(-1)?.toFixed(0)} a second`,
      );
    }
    bare.kill("SIGKILL");
    worker.kill("SIGCONT");
    const memory: { sent: number; megabytes: number }[] = [];
    while (sink.taken(ourSender) < watchedUntil) {
      memory.push({ sent: sink.taken(ourSender), megabytes: memoryOf(worker.pid as number) });
      await pause(500);
    }
    await stop(worker);
    const failed = await countFailed();
    const bytes = { ours: sink.sizeOf(ourSender), bare: sink.sizeOf(bareSender) };
    return describe(accepted, rates, cpu, bytes, memory, failed);
  } finally {
    sink.close();
    await database().destroy();
    await dropBenchDatabases();
  }
}

/** Somebody who may send to everybody, in a session of theirs: without one they would be refused. */
async function administrator(): Promise<Actor> {
  const { rows } = await sql<{ id: string; organisation_id: string; name: string; email: string }>`
    update users set role = 'administrator', email_confirmed_at = now()
    where id = (select min(id::text)::uuid from users) returning id, organisation_id, name, email
  `.execute(database());
  const [row] = rows;
  if (!row) throw new Error("Nobody was seeded");
  const sessionId = randomId();
  await sql`
    insert into sessions (id, token_digest, user_id, organisation_id, pending_login_id, method, created_at, last_seen_at,
      expires_at, proved_at)
    values (${sessionId}, 'of the bench', ${row.id}, ${row.organisation_id}, ${randomId()}, 'email', now(), now(),
      now() + interval '12 hours', now())
  `.execute(database());
  return {
    userId: row.id,
    organisationId: row.organisation_id,
    organisationName: "Acme",
    sessionId,
    role: "administrator",
    name: row.name,
    email: row.email,
    language: "en",
    provedAt: new Date(),
    lacksSecondStep: false,
    visitor: { address: "192.0.2.7", userAgent: null, browserToken: null },
  };
}

/** Starts the sending `rounds` times, and takes it back before it is started again; milliseconds of each. */
async function acceptOften(actor: Actor): Promise<number[]> {
  const by = permitted(actor, "users.invite");
  if (!by) throw new Error("An administrator may not send");
  const times: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    await sql`truncate resend_recipients, resend_jobs`.execute(database());
    await sql`delete from pgboss.job where name = 'resend-confirmations'`.execute(database());
    const began = performance.now();
    const started = await resendConfirmations(by, readView({}).filter, {
      sendingId: randomId(),
      seenAt: new Date(),
    });
    // The first one finds nothing in memory.
    if (round > 0) times.push(performance.now() - began);
    if (!started.ok) throw new Error(`The sending was refused: ${started.code}`);
  }
  return times;
}

/** Letters in each second of a window, once what was stopped is on its way again, and milliseconds of CPU for each. */
async function rate(taken: () => number, pid: number): Promise<{ perSecond: number; cpu: number }> {
  await pause(1_000);
  const [before, used, began] = [taken(), cpuOf(pid) ?? 0, performance.now()];
  await pause((windowSeconds - 1) * 1_000);
  const letters = taken() - before;
  return {
    perSecond: (letters / (performance.now() - began)) * 1_000,
    cpu: ((cpuOf(pid) ?? 0) - used) / letters,
  };
}

async function countFailed(): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from resend_recipients where state = 'failed' or tries > 0
  `.execute(database());
  return rows[0]?.count ?? 0;
}

function describe(
  accepted: number[],
  rates: { ours: number[]; bare: number[] },
  cpu: { ours: number[]; bare: number[] },
  bytes: { ours: number; bare: number },
  memory: { sent: number; megabytes: number }[],
  failed: number,
): Findings {
  const ratio = ratios(rates.ours, rates.bare);
  const part = (from: number, to: number) =>
    memory
      .slice(Math.floor(memory.length * from), Math.ceil(memory.length * to))
      .map(({ megabytes }) => megabytes);
  const [early, late] = [part(0, 0.25), part(0.75, 1)];
  const growth = median(late) / median(early);
  return {
    title: "Resend to 100,000",
    goals: [
      {
        what: "100,000 recipients accepted",
        goal: "< 1 s",
        measured: `${spread(accepted, 0)} ms`,
        met: median(accepted) < 1_000,
      },
      {
        what: "letters per second ÷ a bare pooled nodemailer loop",
        goal: "≥ 0.8",
        measured: spread(ratio, 2),
        met: median(ratio) >= 0.8,
      },
      {
        what: "memory while it sends",
        goal: "flat",
        measured: `${median(early).toFixed(0)} → ${median(late).toFixed(0)} MB, at most ${Math.max(...part(0, 1)).toFixed(0)}`,
        met: growth <= 1.15,
      },
    ],
    text: [
      "Accepting is the whole of the verb: look, lock, count, one `insert … select` of all recipients, audit event and job, in one " +
        "transaction. `npm run worker` (tokens, letters in the reader's language, every outcome written down) and a bare loop " +
        "(one finished text to nodemailer's pool of five, with the same options and headers, nothing else) send to the same local mail " +
        `server; each is stopped while the other's ${windowSeconds - 1} seconds are counted. The worker encodes once what all readers ` +
        "share, where the loop lets nodemailer encode its text each time, as it does by itself: that is why it can be faster.",
      table(
        ["", "letters per second", "CPU of the process for each, ms", "bytes of a letter"],
        [
          ["our worker", spread(rates.ours, 0), spread(cpu.ours, 2), bytes.ours.toFixed(0)],
          ["bare loop", spread(rates.bare, 0), spread(cpu.bare, 2), bytes.bare.toFixed(0)],
          [
            "worker ÷ bare",
            spread(ratio, 2),
            spread(ratios(cpu.ours, cpu.bare), 2),
            (bytes.ours / bytes.bare).toFixed(2),
          ],
        ],
      ),
      `Memory was looked at each half second from ${memory[0]?.sent.toLocaleString("en")} to ${memory.at(-1)?.sent.toLocaleString("en")} ` +
        `letters: the median of the first and of the last quarter; p95 ${p95(part(0, 1)).toFixed(0)} MB. ${failed} letters failed or were tried again. ` +
        "That nobody is missed and nobody gets two when a worker is killed with -9 half-way is a test: " +
        "`tests/races/administration-resend-killed.test.ts`.",
    ].join("\n\n"),
  };
}
