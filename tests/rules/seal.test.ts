/** A sealed secret opens in its own place with its own key, and nowhere else. */
import { assert, property, string } from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { open, seal, sealedUnder } from "@/lib/kernel/seal";
import { randomKey } from "../support/test-environment";

const key = (number: number) => randomKey(`seal ${number}`).toString("base64");

/** Sealing as a server does that was started with `keys`. */
async function startedWith(keys: string): Promise<typeof import("@/lib/kernel/seal")> {
  vi.resetModules();
  vi.stubEnv("ENCRYPTION_KEYS", keys);
  return import("@/lib/kernel/seal");
}

afterEach(() => {
  vi.unstubAllEnvs();
  // Whoever imports these modules next must not find the keys of this test in them.
  vi.resetModules();
});

test("what was sealed opens as it was", () => {
  assert(
    property(string({ unit: "binary" }), (secret) => {
      expect(open(seal(secret, "user 1"), "user 1")).toBe(secret);
    }),
  );
});

test("the same secret never looks the same twice", () => {
  expect(seal("a secret", "user 1")).not.toBe(seal("a secret", "user 1"));
});

test("moved to another owner it does not open", () => {
  expect(() => open(seal("a secret", "user 1"), "user 2")).toThrow();
});

test("with any one character changed it does not open", () => {
  const sealed = seal("a secret", "user 1");
  for (let position = sealed.indexOf(":") + 1; position < sealed.length - 1; position += 1) {
    const other = sealed[position] === "A" ? "B" : "A";
    expect(() => open(sealed.slice(0, position) + other + sealed.slice(position + 1), "user 1")).toThrow();
  }
});

test("cut short, also into its tag, it does not open", () => {
  const sealed = seal("a secret", "user 1");
  // Characters that leave a tag of 4, 8, 12 and 15 bytes: some of them are lawful for GCM, none is for us.
  const tagsCut = [4, 8, 12, 15].map((tag) => "second:".length + Math.ceil(((12 + tag) * 4) / 3));
  for (const length of [0, 5, 20, ...tagsCut, sealed.length - 4]) {
    expect(() => open(sealed.slice(0, length), "user 1")).toThrow();
  }
});

test("with a part of its tag it does not open, though that part is right: it could be guessed", () => {
  // Of no secret at all, so that nothing but the tag tells.
  const whole = Buffer.from(seal("", "user 1").slice("second:".length), "base64url");
  expect(open(`second:${whole.toString("base64url")}`, "user 1")).toBe("");
  for (const tag of [4, 8, 12, 13, 14, 15]) {
    const cut = whole.subarray(0, 12 + tag).toString("base64url");
    expect(() => open(`second:${cut}`, "user 1")).toThrow();
  }
});

test("the first key seals, and says so", () => {
  expect(sealedUnder(seal("a secret", "user 1"))).toBe("second");
});

test("after a new key was put in front, what the old one sealed still opens", async () => {
  const before = (await startedWith(`old:${key(1)}`)).seal("a secret", "user 1");
  const server = await startedWith(`new:${key(2)},old:${key(1)}`);
  expect(server.open(before, "user 1")).toBe("a secret");
  expect(server.sealedUnder(server.seal("a secret", "user 1"))).toBe("new");
});

test("without its key it does not open, and the name of the missing key is told", async () => {
  const before = (await startedWith(`old:${key(1)}`)).seal("a secret", "user 1");
  const server = await startedWith(`new:${key(2)}`);
  expect(() => server.open(before, "user 1")).toThrow('No key "old" in ENCRYPTION_KEYS');
});

test("with another key of the same name it does not open, and the log says where to look", async () => {
  const before = (await startedWith(`old:${key(1)}`)).seal("a secret", "user 1");
  const server = await startedWith(`old:${key(2)}`);
  expect(() => server.open(before, "user 1")).toThrow('ENCRYPTION_KEYS has another "old"');
});
