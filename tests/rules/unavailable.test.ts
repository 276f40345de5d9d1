import { expect, test } from "vitest";
import { isUnavailable } from "@/lib/kernel/unavailable";

const withCode = (code: string) => Object.assign(new Error("something"), { code });

test.each([
  ["nobody listens", withCode("ECONNREFUSED")],
  ["all addresses of a name fail", new AggregateError([withCode("ECONNREFUSED")], "")],
  ["the server shuts down", withCode("57P01")],
  ["the database takes no connections", withCode("55000")],
  ["there are too many connections", withCode("53300")],
  ["the disk of the database is full", withCode("53100")],
  ["the database gives a statement up that takes too long", withCode("57014")],
  ["the database gives a statement up that waits too long for another", withCode("55P03")],
  ["the database undoes one of two changes that wait for each other", withCode("40P01")],
  ["the database has handed over to another", withCode("25006")],
  ["the database has another password by now", withCode("28P01")],
  ["the database is being moved", withCode("3D000")],
  ["the certificate of a server has run out", withCode("CERT_HAS_EXPIRED")],
  ["a server speaks no TLS any more", new Error("The server does not support SSL connections")],
  ["a connection broke before", new Error("Client has encountered a connection error and is not queryable")],
  ["the connection breaks", new Error("Connection terminated unexpectedly")],
  ["no connection comes free", new Error("timeout exceeded when trying to connect")],
  ["the counters are away", new Error("The client is offline")],
  ["the counters are left for others", new Error("Disconnects client")],
  ["the counters are full", new Error("OOM command not allowed when used memory > 'maxmemory'. script: d5")],
  ["the counters start", new Error("LOADING Redis is loading the dataset in memory")],
  ["the counters move to a replica", new Error("READONLY You can't write against a read only replica.")],
  ["the counters have another password by now", new Error("WRONGPASS invalid username-password pair or")],
  ["the counters want a password", new Error("NOAUTH HELLO must be called with the client already")],
  ["the counters are another user's", new Error("NOPERM User default has no permissions to run 'eval'")],
  ["the counters cannot be kept", new Error("MISCONF Redis is configured to save RDB snapshots, but")],
  ["NextAuth has wrapped it", Object.assign(new Error("x"), { cause: { err: withCode("ECONNRESET") } })],
])("when %s, a service is unavailable", (_, error) => {
  expect(isUnavailable(error)).toBe(true);
});

test.each([
  ["a constraint that is broken", withCode("23505")],
  ["a statement that is wrong", withCode("42601")],
  ["a fault of ours", new TypeError("undefined is not a function")],
  ["what is no error", "ECONNREFUSED"],
  ["nothing", undefined],
  ["null, which code of others may throw", null],
])("%s is a fault", (_, error) => {
  expect(isUnavailable(error)).toBe(false);
});

test("an error that is its own cause is looked at and left", () => {
  const error: Error & { cause?: unknown } = new Error("round and round");
  error.cause = error;
  expect(isUnavailable(error)).toBe(false);
});
