/** The environment is complete before anybody is served, and everything that is wrong with it is said at once. */
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { IncompleteEnvironment, readEnvironment } from "@/lib/kernel/env";

const complete = {
  NODE_ENV: "production",
  POSTGRES_URL: "postgres://twostep:secret@db.example.com/twostep",
  SMTP_URL: "smtp://mail.example.com:587",
  MAIL_FROM: "Twostep <twostep@example.com>",
  AUTH_SECRET: "a".repeat(32),
  AUTH_URL: "https://login.example.com/",
  ENCRYPTION_KEYS: `first:${Buffer.alloc(32).toString("base64")}`,
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
    encryptionKeys: [{ id: "first", secret: Buffer.alloc(32) }],
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

test("http is good enough on this computer, where browsers trust it", () => {
  expect(problemsOf({ ...complete, AUTH_URL: "http://localhost:3000" })).toEqual([]);
});

test("the first of several keys seals", () => {
  const keys = ["new", "old"].map((id, byte) => `${id}:${Buffer.alloc(32, byte).toString("base64")}`);
  const { encryptionKeys } = readEnvironment({ ...complete, ENCRYPTION_KEYS: keys.join(", ") });
  expect(encryptionKeys.map(({ id }) => id)).toEqual(["new", "old"]);
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

test("secrets are never made in production", () => {
  expect(problemsOf({ ...complete, AUTH_SECRET: undefined, TWOSTEP_DATA: folder })).toEqual([
    "AUTH_SECRET is missing",
  ]);
});
