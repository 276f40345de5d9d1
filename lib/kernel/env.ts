/**
 * The one door by which the environment comes in. In production every variable must be given, and all that are
 * missing are named at once; in demo, dev and tests the secrets are made once and kept in the data folder.
 */
import { join } from "node:path";
// With their endings: the start script reads these files without a compiler.
import { now } from "./clock.ts";
import { madeFor } from "./made-secrets.ts";
import { weakSecrets } from "./secret-strength.ts";
import { problemWith, Variables } from "./variables.ts";

export type Environment = {
  /** `production` is the deployed product; `demo` is the built product on this computer; `development` reloads. */
  mode: "production" | "demo" | "development" | "test";
  /** Where Postgres is; `null` for the database embedded in the data folder. */
  postgresUrl: string | null;
  /** Where attempts are counted instead of in Postgres; `null` for Postgres. */
  redisUrl: string | null;
  /** The outgoing mail server; `null` for the mailbox of demo and dev. */
  smtpUrl: string | null;
  mailFrom: string;
  /** The address people type, without a slash at the end: every link in a letter starts with it. */
  origin: string;
  authSecret: string;
  /** Whether a server works the queue, too; else `npm run worker` does, or a cron. On Vercel no process lives long enough. */
  worksQueue: boolean;
  /** What a platform's cron proves itself with at `/api/jobs`; `null` where there is none, and the route is not found. */
  cronSecret: string | null;
  /** The first key seals, all of them open. */
  encryptionKeys: { id: string; secret: Buffer }[];
  /** Whether Vercel runs this: it says itself where a request comes from. Elsewhere clients could claim that. */
  onVercel: boolean;
  /** The folder of the embedded database, the mailbox and the secrets made for demo and dev. */
  dataFolder: string;
};

/** What keeps the product from starting, one line for each variable. */
export class IncompleteEnvironment extends Error {
  readonly problems: string[];
  constructor(problems: string[]) {
    super(`Twostep cannot start:\n${problems.map((problem) => `  - ${problem}`).join("\n")}`);
    this.name = "IncompleteEnvironment";
    this.problems = problems;
  }
}

let known: Environment | undefined;

/** The environment, read once. Throws {@link IncompleteEnvironment} with every problem at once. */
export function environment(): Environment {
  known ??= readEnvironment(process.env);
  return known;
}

/** Reads `variables` into an {@link Environment}; the README says what each is for. */
export function readEnvironment(variables: Record<string, string | undefined>): Environment {
  const mode = modeOf(variables);
  const dataFolder = variables.TWOSTEP_DATA?.trim() || join(process.cwd(), ".data");
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value?.trim()));
  const values = mode === "production" ? given : { ...madeFor(given, dataFolder), ...given };

  const parsed = Variables.safeParse(values);
  const problems = parsed.success ? [] : parsed.error.issues.map((issue) => problemWith(issue, values));
  if (mode === "production") problems.push(...missing(values, ["POSTGRES_URL", "SMTP_URL", "MAIL_FROM"]));
  if (parsed.success && !isSafeOrigin(parsed.data.AUTH_URL)) {
    problems.push(
      "AUTH_URL must begin with https:// (http:// works on localhost only: session cookies are Secure)",
    );
  }
  if (variables.TZ?.trim() && !isTimeZone(variables.TZ)) {
    problems.push("TZ is not valid: must be the name of a time zone, as Europe/Amsterdam");
  }
  const encryptionKeys = parsed.success ? keysIn(parsed.data.ENCRYPTION_KEYS) : [];
  if (parsed.success) problems.push(...weakSecrets(parsed.data, encryptionKeys));
  if (!parsed.success || problems.length > 0) throw new IncompleteEnvironment(problems.sort());

  return {
    mode,
    postgresUrl: parsed.data.POSTGRES_URL ?? null,
    smtpUrl: parsed.data.SMTP_URL ?? null,
    mailFrom: parsed.data.MAIL_FROM ?? "Twostep <twostep@localhost>",
    origin: new URL(parsed.data.AUTH_URL).origin,
    authSecret: parsed.data.AUTH_SECRET,
    redisUrl: parsed.data.REDIS_URL ?? null,
    worksQueue: parsed.data.WORKER !== "off" && variables.VERCEL !== "1",
    cronSecret: parsed.data.CRON_SECRET ?? null,
    encryptionKeys,
    onVercel: variables.VERCEL === "1",
    dataFolder,
  };
}

function keysIn(list: string): Environment["encryptionKeys"] {
  return list.split(",").map((entry) => {
    const [id = "", secret = ""] = entry.trim().split(":");
    return { id, secret: Buffer.from(secret, "base64") };
  });
}

function modeOf(variables: Record<string, string | undefined>): Environment["mode"] {
  if (variables.NODE_ENV === "test" || variables.NODE_ENV === "development") return variables.NODE_ENV;
  return variables.TWOSTEP_MODE === "demo" ? "demo" : "production";
}

function missing(values: Record<string, unknown>, names: string[]): string[] {
  return names.filter((name) => !values[name]).map((name) => `${name} is missing`);
}

/**
 * Whether the machine keeps to the time zone `name` that it was given: it goes on in Greenwich's time where it does not know
 * it, and, without a word, where it is a rule as `CET-1CEST` or a number of hours.
 */
function isTimeZone(name: string): boolean {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions() as { timeZone?: string };
  if (timeZone === undefined || timeZone === "Etc/Unknown") return false;
  // One moment for both clocks: between two of them a second may end.
  const at = now();
  const clockIn = (zone?: string) =>
    new Intl.DateTimeFormat("en", { dateStyle: "short", timeStyle: "medium", timeZone: zone }).format(at);
  try {
    return clockIn(name.replace(/^:/, "")) === clockIn();
  } catch {
    return false;
  }
}

function isSafeOrigin(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === "https:" || ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
}
