/** The demo's people, whose password everybody can read, come into a database that is the demo's own or holds nobody. */
import { expect, onTestFinished, test } from "vitest";
import { database } from "@/lib/database/connection";
import { listDemoLogins } from "@/lib/demo/demo-logins";
import { demoPassword } from "@/lib/demo/demo-people";
import { seedDemo } from "@/lib/demo/seed-demo";
import { startProduct } from "@/lib/jobs/start-product";
import { now } from "@/lib/kernel/clock";
import { environment } from "@/lib/kernel/env";
import { randomId } from "@/lib/kernel/random";
import { completeLogin } from "@/lib/login/complete-login";
import { startLogin } from "@/lib/login/start-login";
import { codesPerBatch } from "@/lib/two-factor/recovery-code";
import { logged } from "../support/console";
import { nothingBegun, organisation, visitor } from "../support/world";

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

test("a recovery code that is listed opens the login that it stands at, while no others were made since", async () => {
  const listed = async () =>
    (await listDemoLogins()).logins.flatMap(({ email, recoveryCodes }) =>
      recoveryCodes.map((code) => ({ email, code })),
    );
  await seedDemo({ given: false });
  const [first, ...others] = await listed();
  expect(others).toHaveLength(codesPerBatch - 1);
  const { email = "", code = "" } = first ?? {};
  const started = await startLogin({ email, password: demoPassword }, { ...nothingBegun, visitor });
  const token = started.ok ? started.value.token : "";
  expect((await completeLogin(token, "recovery-code", code, visitor)).ok).toBe(true);

  await database().updateTable("recovery_codes").set({ created_at: now() }).execute();
  expect(await listed()).toEqual([]);
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

test.each(["Acme", "acme"])("… and into %s, where that was put there to measure", async (name) => {
  await database().insertInto("organisations").values({ id: randomId(), name }).execute();
  await seedDemo({ given: false });
  expect((await listDemoLogins()).logins.length).toBeGreaterThan(0);
});

test("the demo starts again, and lists its logins, once its organisation has another name", async () => {
  await seedDemo({ given: false });
  await database().updateTable("organisations").set({ name: "Nordwind" }).execute();
  const count = await userCount();
  await seedDemo({ given: false });
  expect(await userCount()).toBe(count);
  expect((await listDemoLogins()).logins.length).toBeGreaterThan(0);
});
