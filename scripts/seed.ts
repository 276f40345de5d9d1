/**
 * `npm run seed`: many users at once, for measuring. Into the database of POSTGRES_URL, else into the embedded one.
 * Run again, it adds as many more. Without --password nobody can log in as one of them.
 */
import { isName, longestName } from "@/lib/accounts/name";
import { hashPassword } from "@/lib/accounts/password-hash";
import { migrate } from "@/lib/database/migrate";
import { randomToken } from "@/lib/kernel/random";
import { withoutUnseen } from "@/lib/kernel/unseen";
import { command, optionsGiven, Refusal } from "./command";
import { seedUsers } from "./seed-users";

const usage = `npm run seed -- --organisation Acme --users 1000000 --unconfirmed 0.3
Adds users to the database of POSTGRES_URL, else to the embedded one, for measuring.
  --organisation  made when it is new
  --users         how many to add
  --unconfirmed   the share of them whose address is not confirmed (0)
  --password      one for all of them`;

// Measuring happens away from production; only there the variables that a seed has no use for are demanded. It seals
// nothing, so its secrets are forgotten with it: made ones would stay on the disk.
Object.assign(process.env, {
  NODE_ENV: process.env.NODE_ENV || "development",
  AUTH_SECRET: process.env.AUTH_SECRET || randomToken(),
  ENCRYPTION_KEYS: process.env.ENCRYPTION_KEYS || `unused:${randomToken()}`,
});

await command(async () => {
  const { organisation, users, unconfirmed, password } = given();
  await migrate();
  const began = performance.now();
  const { teams, total } = await seedUsers({
    organisation,
    users,
    unconfirmed,
    passwordHash: password ? await hashPassword(password) : null,
  });
  const took = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`Added ${users} users to ${organisation} in ${took} s: now ${total}, in ${teams} teams.`);
});

function given() {
  const text = { type: "string" } as const;
  const values = optionsGiven(
    { organisation: text, users: text, unconfirmed: { ...text, default: "0" }, password: text },
    usage,
  );
  const organisation = withoutUnseen(values.organisation ?? "").trim();
  const users = Number(values.users);
  const unconfirmed = Number(values.unconfirmed);
  if (!organisation) throw new Refusal(`Missing: --organisation\n\n${usage}`);
  if (!isName(organisation))
    throw new Refusal(`--organisation must be one line of at most ${longestName} characters.`);
  if (!Number.isInteger(users) || users < 1)
    throw new Refusal(`--users must be a whole number from 1 on\n\n${usage}`);
  if (!(unconfirmed >= 0 && unconfirmed <= 1)) throw new Refusal(`--unconfirmed is from 0 to 1\n\n${usage}`);
  return { organisation, users, unconfirmed, password: values.password };
}
