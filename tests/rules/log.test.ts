/** The log is one line per event, whatever is in it. */
import { expect, test } from "vitest";
import { logFault, logInfo } from "@/lib/kernel/log";
import { logged } from "../support/console";

test("a fault is logged in full, and the person is told a reference to it", () => {
  const reference = logFault("page.failed", new Error("The disk is full."));
  const [line] = logged("page.failed");
  expect(line).toMatchObject({ level: "fault", reference, message: "The disk is full." });
  expect(line?.stack).toContain("log.test.ts");
});

test("what was thrown is told of, whatever it is", () => {
  // A queue hands on a copy of an error with its own fields.
  logFault("queue.failed", { message: "The connection is gone.", queue: "letters" });
  logFault("queue.failed", { code: 42 });
  logFault("queue.failed", "no more");
  logFault("queue.failed", undefined);
  const messages = logged("queue.failed").map(({ message }) => message);
  expect(messages).toEqual(["The connection is gone.", "{ code: 42 }", "no more", "undefined"]);
});

test("a message with line breaks cannot forge a second line", () => {
  logFault("page.failed", 'broken\n{"level":"info","event":"forged"}');
  expect(logged("page.failed")[0]?.text).not.toContain("\n");
});

test("a notice carries its details", () => {
  logInfo("queue.drained", { jobs: 3 });
  expect(logged("queue.drained")).toMatchObject([{ level: "info", jobs: 3 }]);
});
