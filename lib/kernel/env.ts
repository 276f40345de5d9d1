/**
 * The one door by which the environment comes in. In production every variable must be given, and all that are
 * missing are named at once; in demo, dev and tests the secrets are made once and kept in the data folder.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
// With their endings: the start script reads these files without a compiler.
import { randomSecret } from "./random.ts";
import { weakSecrets } from "./secret-strength.ts";
import { sender } from "./sender.ts";

const key = z.string().regex(/^[a-z0-9-]{1,16}:[A-Za-z0-9+/_-]{43}=?$/);

/** An address of this `protocol`; whoever gives something else is shown an `example`. */
const url = (protocol: RegExp, example: string) =>
  z.url({ protocol, abort: true, error: `must be as ${example}` });

const Environment = z.object({
  POSTGRES_URL: url(/^postgres(ql)?$/, "postgres://user:password@host:5432/database").optional(),
  SMTP_URL: url(/^smtps?$/, "smtp://user:password@host:587, or smtps://").optional(),
  MAIL_FROM: sender.optional(),
  AUTH_SECRET: z.string().min(32, "must have at least 32 characters"),
  // Links are made of its origin: a path would be lost on the way.
  AUTH_URL: url(/^https?$/, "https://login.acme.example").refine(isOrigin, {
    error: "must end after the host (and port): the product is not served under a path",
  }),
  REDIS_URL: url(/^rediss?$/, "redis://host:6379, or rediss://").optional(),
  // Read by the server script, which has no words for what is wrong with them.
  TRUSTED_PROXIES: z
    .string()
    .trim()
    .regex(/^(0|[1-9]\d?)$/, "must be a whole number: how many proxies stand in front")
    .optional(),
  MAX_REQUESTS: z
    .string()
    .trim()
    .regex(/^[1-9]\d{0,5}$/, "must be a whole number: how many requests may be open at once")
    .optional(),
  WORKER: z.literal("off", { error: 'is "off" or not given' }).optional(),
  CRON_SECRET: z.string().min(32, "must have at least 32 characters").optional(),
  ENCRYPTION_KEYS: z
    .string()
    .refine((list) => list.split(",").every((entry) => key.safeParse(entry.trim()).success), {
      message: "must be id:base64,id:base64 with 32 bytes in each key",
    }),
});

/** The variables that are read; scripts/blank-variables.mjs has them all. */
export const variableNames = Object.keys(Environment.shape);

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

  const parsed = Environment.safeParse(values);
  const problems = parsed.success ? [] : parsed.error.issues.map((issue) => problemWith(issue, values));
  if (mode === "production") problems.push(...missing(values, ["POSTGRES_URL", "SMTP_URL", "MAIL_FROM"]));
  if (parsed.success && !isSafeOrigin(parsed.data.AUTH_URL)) {
    problems.push(
      "AUTH_URL must begin with https:// (http:// works on localhost only: session cookies are Secure)",
    );
  }
  if (variables.TZ?.trim() && !isTimeZone()) {
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

function problemWith(issue: z.core.$ZodIssue, values: Record<string, unknown>): string {
  const name = String(issue.path[0]);
  return values[name] ? `${name} is not valid: ${issue.message}` : `${name} is missing`;
}

function isOrigin(address: string): boolean {
  const { origin, href } = new URL(address);
  return href === `${origin}/`;
}

/** Whether the machine knows the time zone that it was given: it goes on in Greenwich's time where it does not. */
function isTimeZone(): boolean {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions() as { timeZone?: string };
  return timeZone !== undefined && timeZone !== "Etc/Unknown";
}

function isSafeOrigin(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === "https:" || ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
}

/** What demo and dev need not be given. */
function madeFor(given: Record<string, string | undefined>, folder: string): Record<string, string> {
  const isGiven = given.AUTH_SECRET && given.ENCRYPTION_KEYS;
  return { AUTH_URL: `http://localhost:${given.PORT ?? "3000"}`, ...(!isGiven && madeSecrets(folder)) };
}

/** Secrets for demo and dev, made at the first start and kept, so that logins survive a restart. */
function madeSecrets(folder: string): Record<string, string> {
  const file = join(folder, "secrets.json");
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    const secrets = {
      AUTH_SECRET: randomSecret(32).toString("base64"),
      ENCRYPTION_KEYS: `first:${randomSecret(32).toString("base64")}`,
    };
    writeFileSync(file, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  }
  return JSON.parse(readFileSync(file, "utf8"));
}
