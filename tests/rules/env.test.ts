/** The environment is complete before anybody is served, and everything that is wrong with it is said at once. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import readAddresses from "nodemailer/lib/addressparser";
import { beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { IncompleteEnvironment, readEnvironment } from "@/lib/kernel/env";
import { sender } from "@/lib/kernel/sender";
import { variableNames } from "@/lib/kernel/variables";
import { blankVariables } from "../../scripts/blank-variables.mjs";
import { randomKey } from "../support/test-environment";
import { inZone } from "../support/zone";

const keyOf = (seed: string) => randomKey(seed).toString("base64");

const complete = {
  NODE_ENV: "production",
  POSTGRES_URL: "postgres://twostep:secret@db.example.com/twostep",
  SMTP_URL: "smtp://mail.example.com:587",
  MAIL_FROM: "Twostep <twostep@example.com>",
  AUTH_SECRET: keyOf("of NextAuth"),
  AUTH_URL: "https://login.example.com/",
  ENCRYPTION_KEYS: `first:${keyOf("first")}`,
};

function problemsOf(variables: Record<string, string | undefined>): string[] {
  try {
    readEnvironment(variables);
    return [];
  } catch (error) {
    if (error instanceof IncompleteEnvironment) return error.problems;
    throw error;
  }
}

test("a complete production environment is taken as it is", () => {
  expect(readEnvironment(complete)).toMatchObject({
    mode: "production",
    postgresUrl: complete.POSTGRES_URL,
    smtpUrl: complete.SMTP_URL,
    origin: "https://login.example.com",
    encryptionKeys: [{ id: "first", secret: randomKey("first") }],
  });
});

test("in production all that is missing is named at once", () => {
  expect(problemsOf({ NODE_ENV: "production" })).toEqual([
    "AUTH_SECRET is missing",
    "AUTH_URL is missing",
    "ENCRYPTION_KEYS is missing",
    "MAIL_FROM is missing",
    "POSTGRES_URL is missing",
    "SMTP_URL is missing",
  ]);
});

test("blank is missing", () => {
  expect(problemsOf({ ...complete, SMTP_URL: " ", MAIL_FROM: "" })).toEqual([
    "MAIL_FROM is missing",
    "SMTP_URL is missing",
  ]);
});

test.each([
  ["POSTGRES_URL", "mysql://localhost/twostep"],
  ["SMTP_URL", "https://mail.example.com"],
  ["REDIS_URL", "redis://:50%off@localhost:6379"],
  ["REDIS_URL", "redis://localhost:6379/counters"],
  ["AUTH_SECRET", "too short"],
  ["AUTH_URL", "login.example.com"],
  ["AUTH_URL", "http://login.example.com"],
  ["ENCRYPTION_KEYS", "first:short"],
  ["ENCRYPTION_KEYS", Buffer.alloc(32).toString("base64")],
])("%s must not be %s, and its value is not repeated", (name, value) => {
  const [problem, ...others] = problemsOf({ ...complete, [name]: value });
  expect(others).toEqual([]);
  expect(problem).toMatch(new RegExp(`^${name} `));
  expect(problem).not.toContain(value);
});

test.each([
  ["POSTGRES_URL", "localhost/twostep", "postgres://"],
  ["SMTP_URL", "mail.example.com:587", "smtp://"],
  ["AUTH_URL", "login.example.com", "https://"],
  ["REDIS_URL", "localhost:6379", "redis://"],
])("whoever gives %s as %s is told how it begins", (name, value, beginning) => {
  expect(problemsOf({ ...complete, [name]: value })).toEqual([
    expect.stringMatching(new RegExp(`^${name} is not valid: must be as ${beginning}`)),
  ]);
});

test.each(["/app", "/?next=1", "/#here"])(
  "an AUTH_URL that goes on with %s is refused: links are made of its origin",
  (more) => {
    expect(problemsOf({ ...complete, AUTH_URL: `https://login.example.com${more}` })).toEqual([
      expect.stringMatching(/^AUTH_URL is not valid: must end after the host/),
    ]);
  },
);

test.each([
  ["Europe/Amsterdm", false],
  ["europe/amsterdam", false],
  // Rules written out, of which nothing is kept, and hours, which are read the other way about.
  ["CET-1CEST,M3.5.0,M10.5.0/3", false],
  ["+02:00", false],
  ["GMT+2", false],
  ["Europe/Amsterdam", true],
  [":Europe/Amsterdam", true],
  ["Asia/Kolkata", true],
  ["GMT", true],
  ["", true],
])("TZ=%j can be kept to: %s", (TZ, known) => {
  inZone(TZ || "UTC");
  const problem = "TZ is not valid: must be the name of a time zone, as Europe/Amsterdam";
  expect(problemsOf({ ...complete, TZ })).toEqual(known ? [] : [problem]);
});

test("a time zone is known also while a second ends", () => {
  inZone("Europe/Amsterdam");
  let time = Date.parse("2027-05-03T14:32:00.999Z");
  class Ticking extends Date {
    constructor() {
      super(time);
      time += 1;
    }
  }
  onTestFinished(() => void vi.unstubAllGlobals());
  vi.stubGlobal("Date", Ticking);
  expect(problemsOf({ ...complete, TZ: "Europe/Amsterdam" })).toEqual([]);
});

test.each([
  ["TRUSTED_PROXIES", "one"],
  ["TRUSTED_PROXIES", "-1"],
  ["TRUSTED_PROXIES", "1.5"],
  ["MAX_REQUESTS", "NaN"],
  ["MAX_REQUESTS", "0"],
  ["MAX_REQUESTS", "many"],
])("%s must be a number, and %s is none", (name, value) => {
  const [problem, ...others] = problemsOf({ ...complete, [name]: value });
  expect(others).toEqual([]);
  expect(problem).toMatch(new RegExp(`^${name} is not valid: must be a whole number`));
});

test("what is wrong with the numbers is said beside what is missing", () => {
  const wrong = { TRUSTED_PROXIES: "one", MAX_REQUESTS: "many", SMTP_URL: "" };
  expect(problemsOf({ ...complete, ...wrong }).map((problem) => problem.split(" ")[0])).toEqual([
    "MAX_REQUESTS",
    "SMTP_URL",
    "TRUSTED_PROXIES",
  ]);
});

test.each([
  ["twostep@example.com", "", "twostep@example.com"],
  ["Twostep <twostep@example.com>", "Twostep", "twostep@example.com"],
  [" Twostep <twostep@localhost> ", "Twostep", "twostep@localhost"],
  ["Büro & Söhne <no-reply+login@mail.example.com>", "Büro & Söhne", "no-reply+login@mail.example.com"],
  ['"Acme, Inc." <login@acme.example>', "Acme, Inc.", "login@acme.example"],
])("letters may be from %s", (given, name, address) => {
  const { mailFrom } = readEnvironment({ ...complete, MAIL_FROM: given });
  expect(readAddresses(mailFrom)).toEqual([{ name, address }]);
});

test.each([
  "Twostep",
  // What `docker run --env-file` makes of a line that is quoted for other readers.
  '"Twostep <twostep@example.com>"',
  "'Twostep <twostep@example.com>'",
  "Twostep <twostep>",
  "Twostep twostep@example.com",
  "Twostep <twostep@example.com",
  "Acme, Inc. <login@acme.example>",
  "Twostep <twostep@exam ple.com>",
  "ada@example.com, bea@example.com",
  "Ada <ada@example.com>, Bea <bea@example.com>",
  "Us: Ada <ada@example.com>;",
  "Twostep\r\nBcc: eve@example.com <twostep@example.com>",
])("%j is no sender of letters", (given) => {
  const [problem, ...others] = problemsOf({ ...complete, MAIL_FROM: given });
  expect(others).toEqual([]);
  expect(problem).toMatch(/^MAIL_FROM is not valid: must be an address, or a name and one: /);
});

test("whatever is taken as a sender has one address, as letters are sent", () => {
  const name = fc.string({ unit: fc.constantFrom(..."ab.@<>\"',;:() \\"), maxLength: 6 });
  const given = fc.tuple(name, fc.constantFrom("<a@b.c>", "a@b.c"), fc.oneof(fc.constant(""), name));
  fc.assert(
    fc.property(given, (parts) => {
      const { data } = sender.safeParse(parts.join(""));
      if (data)
        expect(readAddresses(data)).toMatchObject([{ address: expect.stringMatching(/^[^@]+@[^@]+$/) }]);
    }),
    { numRuns: 20_000 },
  );
});

test.each(["0", "1", "12", " 2 ", ""])("%j proxies are none, or as many", (TRUSTED_PROXIES) => {
  expect(problemsOf({ ...complete, TRUSTED_PROXIES, MAX_REQUESTS: "" })).toEqual([]);
});

test("whatever must find nothing real is given every variable, blank", () => {
  expect(Object.keys(blankVariables).sort()).toEqual([...variableNames].sort());
  expect(new Set(Object.values(blankVariables))).toEqual(new Set([""]));
});

test("a server works the queue, unless it is told not to, or lives on Vercel", () => {
  expect(readEnvironment(complete).worksQueue).toBe(true);
  expect(readEnvironment({ ...complete, WORKER: "off" }).worksQueue).toBe(false);
  expect(readEnvironment({ ...complete, VERCEL: "1" }).worksQueue).toBe(false);
  expect(problemsOf({ ...complete, WORKER: "no" })).toEqual(['WORKER is not valid: is "off" or not given']);
});

test("http is good enough on this computer, where browsers trust it", () => {
  expect(problemsOf({ ...complete, AUTH_URL: "http://localhost:3000" })).toEqual([]);
});

test("the first of several keys seals", () => {
  const keys = ["new", "old"].map((id) => `${id}:${keyOf(id)}`);
  const { encryptionKeys } = readEnvironment({ ...complete, ENCRYPTION_KEYS: keys.join(", ") });
  expect(encryptionKeys.map(({ id }) => id)).toEqual(["new", "old"]);
});

test.each(["Key-1", "2026_11", "production-november"])(
  "the id %s is refused with what an id may be",
  (id) => {
    expect(problemsOf({ ...complete, ENCRYPTION_KEYS: `${id}:${keyOf("one")}` })).toEqual([
      "ENCRYPTION_KEYS is not valid: must be id:base64,id:base64 with 32 bytes in each key, and in each id at most 16 small letters, digits and hyphens",
    ]);
  },
);

const bytes = (byteAt: (index: number) => number) =>
  Buffer.from(Array.from({ length: 32 }, (_, i) => byteAt(i)));
const keyed = (key: Buffer) => `first:${key.toString("base64")}`;

test.each([
  ["all zeros", keyed(Buffer.alloc(32))],
  ["one byte repeated", keyed(Buffer.alloc(32, 0xa5))],
  ["a short pattern repeated", keyed(bytes((index) => index % 8))],
  ["bytes counted up", keyed(bytes((index) => index))],
  ["bytes counted down in threes", keyed(bytes((index) => 255 - 3 * index))],
  ["a passphrase", keyed(Buffer.from("correct horse battery staple! ok"))],
  ["one id for two keys", `first:${keyOf("one")},first:${keyOf("other")}`],
  ["one key under two ids", `first:${keyOf("one")},second:${keyOf("one")}`],
])("%s is no set of keys to start with", (_, keys) => {
  const [problem, ...others] = problemsOf({ ...complete, ENCRYPTION_KEYS: keys });
  expect(others).toEqual([]);
  expect(problem).toMatch(/^ENCRYPTION_KEYS is not (safe|valid): /);
});

test.each([
  ["one letter", "a".repeat(40)],
  ["a word repeated", "orchard-".repeat(5)],
  ["the alphabet", bytes((index) => 0x41 + index).toString()],
  ["that of an example", "replace-this-secret-before-you-go-live"],
  ["that of a sample file", `changeme-${keyOf("x")}`],
  ["one of the keys", keyOf("first")],
  ["one of the keys without its padding", keyOf("first").replace("=", "")],
])("an AUTH_SECRET that is %s is refused", (_, secret) => {
  const problems = problemsOf({ ...complete, AUTH_SECRET: secret });
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(/^AUTH_SECRET is not safe: /);
  expect(problems[0]).not.toContain(secret);
});

test("secrets drawn by lot are never taken for weak ones", () => {
  for (let draw = 0; draw < 300; draw += 1) {
    const drawn = { AUTH_SECRET: keyOf(`secret ${draw}`), ENCRYPTION_KEYS: `first:${keyOf(`key ${draw}`)}` };
    expect(problemsOf({ ...complete, ...drawn })).toEqual([]);
    const hex = randomKey(`hex ${draw}`).toString("hex").slice(0, 32);
    expect(problemsOf({ ...complete, AUTH_SECRET: hex })).toEqual([]);
  }
});

let folder: string;
let started = 0;

beforeEach(() => {
  started += 1;
  folder = join(String(process.env.TWOSTEP_DATA), `start-${started}`);
});

test("the demo needs nothing, and stays as it is after a restart", () => {
  const demo = { NODE_ENV: "production", TWOSTEP_MODE: "demo", TWOSTEP_DATA: folder, PORT: "4000" };
  const first = readEnvironment(demo);
  expect(first).toMatchObject({
    mode: "demo",
    postgresUrl: null,
    smtpUrl: null,
    origin: "http://localhost:4000",
  });
  expect(readEnvironment(demo)).toEqual(first);
});

test("a blank folder is none given", () => {
  const { dataFolder } = readEnvironment({ ...complete, TWOSTEP_DATA: " " });
  expect(dataFolder).toBe(join(process.cwd(), ".data"));
});

test("made secrets are nobody else's, and nobody else may read them", () => {
  const development = { NODE_ENV: "development", TWOSTEP_DATA: folder };
  const { authSecret } = readEnvironment(development);
  const file = join(folder, "secrets.json");
  expect(readFileSync(file, "utf8")).toContain(authSecret);
  expect(statSync(file).mode & 0o077).toBe(0);
  expect(readEnvironment({ ...development, TWOSTEP_DATA: `${folder}-other` }).authSecret).not.toBe(
    authSecret,
  );
});

test("where both secrets are given none are made", () => {
  const { AUTH_SECRET, ENCRYPTION_KEYS } = complete;
  readEnvironment({ NODE_ENV: "development", TWOSTEP_DATA: folder, AUTH_SECRET, ENCRYPTION_KEYS });
  expect(existsSync(folder)).toBe(false);
});

test("secrets are never made in production", () => {
  expect(problemsOf({ ...complete, AUTH_SECRET: undefined, TWOSTEP_DATA: folder })).toEqual([
    "AUTH_SECRET is missing",
  ]);
});

test("a cron's secret may be left out, and must be as strong as the others when it is given", () => {
  expect(readEnvironment(complete).cronSecret).toBeNull();
  const given = keyOf("of the cron");
  expect(readEnvironment({ ...complete, CRON_SECRET: given }).cronSecret).toBe(given);
  expect(problemsOf({ ...complete, CRON_SECRET: "too short" })).toEqual([
    "CRON_SECRET is not valid: must have at least 32 characters",
  ]);
  for (const weak of ["a".repeat(40), complete.AUTH_SECRET]) {
    expect(problemsOf({ ...complete, CRON_SECRET: weak })[0]).toMatch(/^CRON_SECRET is not safe: /);
  }
});

test.each(["Demo", "production", "1"])("what calls its mode %j is no demo", (mode) => {
  expect(readEnvironment({ ...complete, TWOSTEP_MODE: mode }).mode).toBe("production");
  expect(problemsOf({ NODE_ENV: "production", TWOSTEP_MODE: mode, TWOSTEP_DATA: folder })).not.toEqual([]);
});

test.each(["", "0", "true"])(
  "what says VERCEL=%j is not Vercel: there anybody could write its header",
  (VERCEL) => {
    expect(readEnvironment({ ...complete, VERCEL }).onVercel).toBe(false);
  },
);
