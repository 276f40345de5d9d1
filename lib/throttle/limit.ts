/** How often a door may be knocked at. Each number is a promise (docs/security.md, Throttles), each with its source. */
import { type Duration, hours, minutes, seconds } from "@/lib/kernel/duration";

/**
 * `most` attempts count freely `within` a time that starts with the first of them. The one that reaches `most` closes
 * the door: until that time is over, or, with `firstWait`, for a wait that doubles with each further attempt up to
 * `longestWait`.
 */
export type Limit = { most: number; within: Duration; firstWait?: Duration; longestWait?: Duration };

export const limits = {
  // Bitwarden, Discourse, Authelia: per network address, so that one source cannot try many accounts.
  "login-per-address-and-minute": { most: 10, within: minutes(1) },
  "login-per-address-and-hour": { most: 100, within: hours(1) },
  "second-step-per-address-and-minute": { most: 10, within: minutes(1) },
  "second-step-per-address-and-hour": { most: 60, within: hours(1) },
  "mail-per-address": { most: 20, within: hours(1) },
  // ASVS 5.0, 6.1.1: it slows guessing and locks nobody out; known browsers count apart from all the others.
  "password-per-account": { most: 5, within: hours(24), firstWait: seconds(1), longestWait: seconds(60) },
  // NIST SP 800-63B-4 §3.2.2: across logins, because every login brings five new tries.
  "second-step-per-account-and-hour": {
    most: 10,
    within: hours(1),
    firstWait: minutes(15),
    longestWait: hours(24),
  },
  "second-step-per-account-and-day": {
    most: 20,
    within: hours(24),
    firstWait: minutes(15),
    longestWait: hours(24),
  },
  // OWASP MFA cheat sheet: nobody's mailbox is flooded with codes.
  "mail-per-account-and-hour": { most: 10, within: hours(1) },
  "mail-per-account-and-day": { most: 20, within: hours(24) },
  // OWASP Forgot Password: asking locks nobody out. Whoever shuts such a door has mailed its owner a link that works for
  // as long as it is shut.
  "links-per-account-and-hour": {
    most: 10,
    within: hours(1),
    firstWait: minutes(30),
    longestWait: minutes(30),
  },
  "links-per-account-and-day": {
    most: 20,
    within: hours(24),
    firstWait: minutes(30),
    longestWait: minutes(30),
  },
  // Refusals at a closed door cost nothing, and nobody can delete what is recorded of them: enough to tell of an attack.
  "refusals-recorded-per-account": { most: 1, within: minutes(1) },
  "refusals-recorded-per-address": { most: 10, within: minutes(1) },
  // The same of what somebody is refused who has a password: each try of a person, and of a program its beginning.
  "refusals-recorded-per-user": { most: 60, within: hours(1) },
  "help-per-account": { most: 1, within: hours(1) },
  // ASVS 5.0, 6.3.5: the owner is told, and not by as many letters as somebody with their password likes.
  "warning-per-account": { most: 1, within: hours(1) },
  // As many letters as codes: whoever gets in by a password alone has a new browser each time, twenty times a second.
  "new-browsers-told-per-account": { most: 10, within: hours(1) },
} satisfies Record<string, Limit>;

export type LimitName = keyof typeof limits;

/**
 * The network that counts as one source: an IPv4 address, or the /64 of an IPv6 one, which one customer owns whole.
 * An address that nobody knows counts with all the others like it. Some proxies write the port of the connection to it.
 */
export function sourceOf(given: string | null): string {
  const address = given && withoutPort(given);
  if (!address) return "unknown";
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1]) return mapped[1];
  if (!address.includes(":")) return address;
  const [head = "", tail] = address.split("%")[0]?.toLowerCase().split("::") ?? [];
  const groups = head.split(":").filter(Boolean);
  const after = tail === undefined ? [] : tail.split(":").filter(Boolean);
  const zeros = tail === undefined ? 0 : 8 - groups.length - after.length;
  const whole = [...groups, ...Array<string>(Math.max(0, zeros)).fill("0"), ...after];
  return `${whole
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}

/** `203.0.113.7:51234` and `[2001:db8::1]:443` without their ports: each connection has another. */
function withoutPort(address: string): string {
  const [, bracketed, plain] = /^(?:\[([^\]]+)\]|([\d.]+))(?::\d+)?$/.exec(address) ?? [];
  return bracketed ?? plain ?? address;
}
