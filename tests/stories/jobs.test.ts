/** What a platform's cron may have done, and nobody else: each visit sweeps, and sends what waits. */
import { sql } from "kysely";
import { NextRequest } from "next/server";
import { expect, inject, onTestFinished, test } from "vitest";
import { GET } from "@/app/api/jobs/route";
import { database } from "@/lib/database/connection";
import { after, before, now } from "@/lib/kernel/clock";
import { hours } from "@/lib/kernel/duration";
import { environment } from "@/lib/kernel/env";
import { randomId } from "@/lib/kernel/random";
import { resendConfirmations } from "@/lib/organisations/resend-confirmations";
import { readView } from "@/lib/organisations/user-view";
import { limits } from "@/lib/throttle/limit";
import { spendLimits } from "@/lib/throttle/spend-limits";
import { at } from "../support/clock";
import { logged } from "../support/console";
import { letters } from "../support/mailbox";
import { administratorOf } from "../support/staff";

const secret = "kettle-marble-forty-two-lanterns";

function knock(cronSecret: string | null, authorization?: string): Promise<Response> {
  const { cronSecret: former } = environment();
  Object.assign(environment(), { cronSecret });
  onTestFinished(() => void Object.assign(environment(), { cronSecret: former }));
  const headers: HeadersInit = authorization === undefined ? {} : { authorization };
  return GET(new NextRequest("https://login.acme.example/api/jobs", { headers }));
}

test("whoever brings the cron's secret has done what waits", async () => {
  const answer = await knock(secret, `Bearer ${secret}`);
  expect([answer.status, answer.headers.get("cache-control")]).toEqual([200, "no-store"]);
});

test.each([
  [secret, undefined],
  [secret, ""],
  [secret, secret],
  [secret, "Bearer "],
  [secret, `Bearer ${secret.slice(0, -1)}`],
  [null, undefined],
  [null, "Bearer null"],
])("where the secret is %j, the route is not there for who brings %j", async (cronSecret, authorization) => {
  await expect(knock(cronSecret, authorization)).rejects.toThrow("404");
});

test("a visit goes on with a sending that the queue has lost, as after two weeks without a visit", async () => {
  const by = await administratorOf(2);
  await resendConfirmations(by, readView({}).filter, { sendingId: randomId(), seenAt: new Date() });
  await sql`delete from pgboss.job`.execute(database());
  await knock(secret, `Bearer ${secret}`);
  expect(letters()).toHaveLength(2);
});

// The embedded database lives by the clock of its process.
if (inject("databaseKind") !== "embedded")
  test("a visit to an instance whose clock is off forgets nothing: an hour too early, a lock would be open", async () => {
    const lock = { limit: "second-step-per-account-and-hour", of: "somebody" } as const;
    for (let failure = 0; failure < limits[lock.limit].most; failure += 1) await spendLimits([lock]);
    at(after(now(), hours(3)));
    await knock(secret, `Bearer ${secret}`);
    expect(logged("clock.off")).toHaveLength(1);
    at(before(now(), hours(3)));
    expect(await spendLimits([lock])).toMatchObject({ code: "too-many" });
  });
