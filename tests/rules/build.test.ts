/** Pages that are open know the forms of the next build, and of one that was made elsewhere. */
import { describe, expect, test } from "vitest";
import { actionsKey } from "../../scripts/build.mjs";

const name = "NEXT_SERVER_ACTIONS_ENCRYPTION_KEY";

describe("the key by which actions are named", () => {
  test("is the same wherever the secret of the deployment is the same, and another for each secret", () => {
    const [key] = Object.values(actionsKey({ AUTH_SECRET: "a".repeat(32) }));
    expect(Buffer.from(String(key), "base64")).toHaveLength(32);
    expect(actionsKey({ AUTH_SECRET: "a".repeat(32) })).toEqual({ [name]: key });
    expect(actionsKey({ AUTH_SECRET: "b".repeat(32) })).not.toEqual({ [name]: key });
  });

  test("tells nothing of the secret", () => {
    const secret = "0123456789abcdef0123456789abcdef";
    const key = String(actionsKey({ AUTH_SECRET: secret })[name]);
    expect(Buffer.from(key, "base64").toString("latin1")).not.toContain(secret.slice(0, 4));
  });

  test("is left to whoever gives one, and to Next where there is no secret", () => {
    expect(actionsKey({ AUTH_SECRET: "a".repeat(32), [name]: "given" })).toEqual({});
    expect(actionsKey({})).toEqual({});
  });
});
