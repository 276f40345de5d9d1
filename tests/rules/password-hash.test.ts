import { availableParallelism } from "node:os";
import { hash, parseOptions } from "@node-rs/argon2";
import { expect, onTestFinished, test, vi } from "vitest";
import {
  hashPassword,
  needsRehash,
  passwordHashing,
  passwordMatches,
  TooBusy,
  waitingPerCore,
} from "@/lib/accounts/password-hash";

const password = "tangerine harbour seventy";

test("a password is stored as argon2id with 19 MiB, two passes, one lane, and a salt of its own", async () => {
  const [one, other] = [await hashPassword(password), await hashPassword(password)];
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$/);
  expect(one).not.toBe(other);
});

test("every character counts, also beyond the 72nd byte, and nothing is trimmed or folded", async () => {
  const long = "ä".repeat(60);
  const stored = await hashPassword(long);
  expect(await passwordMatches(long, stored)).toBe(true);
  for (const other of [`${long}ä`, long.slice(1), `${long} `, long.toUpperCase(), long.normalize("NFD")])
    expect(await passwordMatches(other, stored)).toBe(false);
});

test("a hash that took less work than today's is to be made anew, and no other", async () => {
  expect(needsRehash(await hashPassword(password))).toBe(false);
  for (const less of [{ memoryCost: 12_288 }, { timeCost: 1 }])
    expect(needsRehash(await hash(password, { ...passwordHashing, ...less }))).toBe(true);
});

test("nobody's hash is as good as none: no password opens it", async () => {
  expect(await passwordMatches(password, null)).toBe(false);
});

test("what is compared where nobody has the address takes the work of a password that is stored today", async () => {
  const compared: string[] = [];
  vi.doMock("@node-rs/argon2", async (original) => {
    const real = await original<typeof import("@node-rs/argon2")>();
    const verify: typeof real.verify = (stored, ...rest) => {
      compared.push(String(stored));
      return real.verify(stored, ...rest);
    };
    return { ...real, verify };
  });
  vi.resetModules();
  onTestFinished(() => {
    vi.doUnmock("@node-rs/argon2");
    vi.resetModules();
  });
  const watched = await import("@/lib/accounts/password-hash");
  await watched.passwordMatches(password, null);
  await watched.passwordMatches(password, await watched.hashPassword(password));
  const [nobodys, somebodys] = compared.map((stored) => parseOptions(stored));
  expect(compared).toHaveLength(2);
  expect(nobodys).toEqual(somebodys);
});

test("more passwords at once than may wait are refused, and all the others are judged", async () => {
  const places = availableParallelism() * (1 + waitingPerCore);
  const stored = await hashPassword(password);
  const asked = Array.from({ length: places + 3 }, () => passwordMatches(password, stored));
  const outcomes = await Promise.allSettled(asked);
  const refused = outcomes.filter((outcome) => outcome.status === "rejected");
  expect(refused.map(({ reason }) => reason instanceof TooBusy)).toEqual([true, true, true]);
  expect(outcomes.filter((outcome) => outcome.status === "fulfilled" && outcome.value)).toHaveLength(places);
});
