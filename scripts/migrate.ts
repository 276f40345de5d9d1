/**
 * `npm run migrate`: brings the database of POSTGRES_URL to the newest schema, and the tables of the job queue with it.
 * Says what it ran; safe to repeat, and from several machines at once.
 */
import { database } from "@/lib/database/connection";
import { patiently } from "@/lib/database/leaving-client";
import { migrate } from "@/lib/database/migrate";
import { installQueue } from "@/lib/mail/queue";
import { command, optionsGiven } from "./command";

const usage = `npm run migrate
Brings the database of POSTGRES_URL to the newest schema.`;

await command(async () => {
  optionsGiven({}, usage);
  const names = await migrate();
  for (const name of names) console.log(`Ran ${name}.`);
  if (names.length === 0) console.log("The database is up to date already.");
  await patiently(() => installQueue(database()));
  console.log("The job queue is ready.");
});
