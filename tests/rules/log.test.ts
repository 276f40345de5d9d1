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

test("a message with line breaks cannot forge a second line", () => {
  logFault("page.failed", 'broken\n{"level":"info","event":"forged"}');
  expect(logged("page.failed")[0]?.text).not.toContain("\n");
});

test("a notice carries its details", () => {
  logInfo("queue.drained", { jobs: 3 });
  expect(logged("queue.drained")).toMatchObject([{ level: "info", jobs: 3 }]);
});
