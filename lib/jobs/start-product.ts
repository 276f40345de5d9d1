/** What a server does before its first request: the database of demo and dev, the queue, and the sending of mail. */
import { requireDefaults } from "@/lib/database/defaults";
import { migrate } from "@/lib/database/migrate";
import { listDemoLogins } from "@/lib/demo/demo-logins";
import { seedDemo } from "@/lib/demo/seed-demo";
import { isDemoOrDev } from "@/lib/kernel/demo-or-dev";
import { environment } from "@/lib/kernel/env";
import { logWarning } from "@/lib/kernel/log";
import { mailboxIsOpen } from "@/lib/mail/mailbox";
import { prepareQueue } from "@/lib/mail/queue";
import { openRedis } from "@/lib/throttle/redis-connection";
import { en } from "@/lib/words/en";
import { keepWorking, stopWorking } from "./keep-working";
import { mendable } from "./mendable";

/** What scripts/server.mjs leaves here, and looks for: how to give up, and what is to be done before the process ends. */
const shared = globalThis as { [shared: symbol]: unknown };

/**
 * Starts the parts behind the pages. In demo and dev it also migrates and fills the database, and says who can log in.
 * A server that cannot start ends with the reason; Next alone would go on, and answer everybody that it has a fault.
 */
export async function startProduct(): Promise<void> {
  try {
    await start();
  } catch (error) {
    const giveUp = shared[Symbol.for("twostep.give-up")] as ((why: unknown) => void) | undefined;
    giveUp?.(mendable(error) ?? error);
    throw error;
  }
}

async function start(): Promise<void> {
  const { postgresUrl, worksQueue, cronSecret } = environment();
  await requireDefaults();
  openRedis();
  if (isDemoOrDev()) {
    await migrate();
    await seedDemo({ given: postgresUrl !== null });
    await sayDemoLogins();
  }
  shared[Symbol.for("twostep.stop")] = stopWorking;
  if (worksQueue) return keepWorking();
  // A worker elsewhere is seen by nobody here; a cron that is let in is somebody's plan.
  if (cronSecret === null) logWarning("queue.left-to-others", leftToOthers);
  await prepareQueue();
}

const leftToOthers =
  "This server sends security codes alone. All other e-mails wait in the queue until `npm run worker` runs beside it, " +
  "or a cron calls /api/jobs each minute, for which CRON_SECRET is missing.";

async function sayDemoLogins(): Promise<void> {
  const { origin } = environment();
  const { password, logins } = await listDemoLogins();
  const width = Math.max(...logins.map(({ email }) => email.length));
  const people = logins.map(({ email, state, secret, recoveryCodes: [first, ...others] }) => {
    const key = secret ? `, setup key ${secret}` : "";
    const codes = first ? `, recovery codes ${first} to ${others.at(-1)}` : "";
    return `  ${email.padEnd(width)}  ${en.login.demo.states[state]}${key}${codes}`;
  });
  const lines = [
    `Twostep is at ${origin}`,
    mailboxIsOpen() ? `Letters arrive at ${origin}/dev/mailbox` : "Letters go out through SMTP_URL",
    ...(people.length > 0 ? [`Everybody's password: ${password}`, ...people] : []),
  ];
  process.stdout.write(`\n${lines.join("\n")}\n\n`);
}
