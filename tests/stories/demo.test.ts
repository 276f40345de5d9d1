/** The demo's people, whose password everybody can read, come into a database that is the demo's own or holds nobody. */
import { expect, onTestFinished, test } from "vitest";
import { database } from "@/lib/database/connection";
import { listDemoLogins } from "@/lib/demo/demo-logins";
import { seedDemo } from "@/lib/demo/seed-demo";
import { startProduct } from "@/lib/jobs/start-product";
import { environment } from "@/lib/kernel/env";
import { logged } from "../support/console";
import { organisation } from "../support/world";

const userCount = async () => (await database().selectFrom("users").select("id").execute()).length;

test.each([true, false])("an empty database is filled once, be it given (%s) or not", async (given) => {
  await seedDemo({ given });
  const count = await userCount();
  await seedDemo({ given });
  expect(await userCount()).toBe(count);
  const { logins } = await listDemoLogins();
  expect(logins.map(({ state }) => state)).toContain("administrator");
  expect(logins.some(({ secret }) => secret)).toBe(true);
});

test("a given database that holds an organisation gets nobody, and no login is listed", async () => {
  await organisation();
  await seedDemo({ given: true });
  expect(await userCount()).toBe(0);
  expect((await listDemoLogins()).logins).toEqual([]);
});

test("in production nobody comes in by starting, into whatever database", async () => {
  const { mode, worksQueue } = environment();
  onTestFinished(() => void Object.assign(environment(), { mode, worksQueue }));
  Object.assign(environment(), { mode: "production", worksQueue: false });
  await startProduct();
  logged("queue.left-to-others");
  expect(await userCount()).toBe(0);
});

test("the demo's own database gets its people beside an organisation that was put there to measure", async () => {
  await organisation();
  await seedDemo({ given: false });
  expect((await listDemoLogins()).logins.length).toBeGreaterThan(0);
});
