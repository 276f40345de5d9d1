/** What each variable of the environment must look like, and what is said of one that does not. */
import { z } from "zod";
// With its ending: the start script reads these files without a compiler.
import { sender } from "./sender.ts";

const key = z.string().regex(/^[a-z0-9-]{1,16}:[A-Za-z0-9+/_-]{43}=?$/);

/** An address of this `protocol`; whoever gives something else is shown an `example`. */
const url = (protocol: RegExp, example: string) =>
  z.url({ protocol, abort: true, error: `must be as ${example}` });

/** The variables, as they are given. */
export const Variables = z.object({
  POSTGRES_URL: url(/^postgres(ql)?$/, "postgres://user:password@host:5432/database").optional(),
  SMTP_URL: url(/^smtps?$/, "smtp://user:password@host:587, or smtps://").optional(),
  MAIL_FROM: sender.optional(),
  AUTH_SECRET: z.string().min(32, "must have at least 32 characters"),
  // Links are made of its origin: a path would be lost on the way.
  AUTH_URL: url(/^https?$/, "https://login.acme.example").refine(isOrigin, {
    error: "must end after the host (and port): the product is not served under a path",
  }),
  REDIS_URL: url(/^rediss?$/, "redis://host:6379, or rediss://")
    .refine(isForRedis, {
      error: "must end after the port, or with the number of a database, and have % in a password as %25",
    })
    .optional(),
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
      message:
        "must be id:base64,id:base64 with 32 bytes in each key, and in each id at most 16 small letters, digits and hyphens",
    }),
});

/** The variables that are read; scripts/blank-variables.mjs has them all. */
export const variableNames = Object.keys(Variables.shape);

/** One line that names the variable and says what is wrong with it. */
export function problemWith(issue: z.core.$ZodIssue, values: Record<string, unknown>): string {
  const name = String(issue.path[0]);
  return values[name] ? `${name} is not valid: ${issue.message}` : `${name} is missing`;
}

/** Whether the client of Redis can read it, which would say so, without the name of the variable, at each login. */
function isForRedis(address: string): boolean {
  const { username, password, pathname } = new URL(address);
  try {
    decodeURIComponent(username + password);
  } catch {
    return false;
  }
  return /^\/?\d*$/.test(pathname);
}

function isOrigin(address: string): boolean {
  const { origin, href } = new URL(address);
  return href === `${origin}/`;
}
