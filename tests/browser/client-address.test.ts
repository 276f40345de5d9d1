/** Where a request comes from is what the proxy in front says, and never what the client says (ASVS 5.0, 4.1.3). */
import { expect, test } from "@playwright/test";
import { limits } from "@/lib/throttle/limit";
import { formsIn } from "../support/html-forms";

const login = () => new URL("/login", String(process.env.AUTH_URL));
const random = () => Math.floor(Math.random() * 65_536).toString(16);

/** Tries to log in as somebody whom nobody knows; `forwarded` is the header as the one proxy hands it on. */
async function tryToLogIn(forwarded: string): Promise<number> {
  const headers = { "x-forwarded-for": forwarded };
  const [form] = formsIn(await (await fetch(login(), { headers })).text());
  const body = new FormData();
  for (const [name, value] of form?.hidden ?? []) body.append(name, value);
  body.append("email", `${random()}-${random()}@example.com`);
  body.append("password", "not the right password");
  const posting = { ...headers, "sec-fetch-site": "same-origin" };
  return (await fetch(login(), { method: "POST", headers: posting, body, redirect: "manual" })).status;
}

test("what a client writes into X-Forwarded-For counts for nothing @javascript", async () => {
  const { most } = limits["login-per-address-and-minute"];
  const seenByTheProxy = `2001:db8:${random()}:${random()}::1`;
  const answers: number[] = [];
  for (let attempt = 0; attempt <= most; attempt += 1)
    answers.push(await tryToLogIn(`198.51.100.${attempt}, 2001:db8:${random()}::1, ${seenByTheProxy}`));
  expect(answers.at(-2)).toBe(422);
  expect(answers.at(-1)).toBe(429);
  expect(await tryToLogIn(`2001:db8:${random()}:${random()}::1`)).toBe(422);
});
