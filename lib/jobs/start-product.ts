/** What a server does before its first request: the database of demo and dev, the queue, and the sending of mail. */
import { migrate } from "@/lib/database/migrate";
import { listDemoLogins } from "@/lib/demo/demo-logins";
import { seedDemo } from "@/lib/demo/seed-demo";
import { environment } from "@/lib/kernel/env";
import { prepareQueue } from "@/lib/mail/queue";
import { startWorker } from "@/lib/mail/worker";
import { resumeSendings } from "@/lib/organisations/resume-sendings";
import { en } from "@/lib/words/en";
import { jobHandlers } from "./handlers";
import { startSweeping } from "./sweep";

/** Starts the parts behind the pages. In demo and dev it also migrates and fills the database, and says who can log in. */
export async function startProduct(): Promise<void> {
  const { mode } = environment();
  if (mode === "demo" || mode === "development") {
    await migrate();
    await prepareQueue();
    await seedDemo();
    await sayDemoLogins();
  }
  await prepareQueue();
  await startWorker(jobHandlers);
  await resumeSendings();
  startSweeping();
}

async function sayDemoLogins(): Promise<void> {
  const { origin } = environment();
  const { password, logins } = await listDemoLogins();
  const width = Math.max(...logins.map(({ email }) => email.length));
  const lines = logins.map(({ email, state, secret }) => {
    const key = secret ? `, setup key ${secret}` : "";
    return `  ${email.padEnd(width)}  ${en.login.demo.states[state]}${key}`;
  });
  process.stdout.write(
    `\nTwostep is at ${origin}\nLetters arrive at ${origin}/dev/mailbox\nEverybody's password: ${password}\n${lines.join("\n")}\n\n`,
  );
}
