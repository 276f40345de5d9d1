/** What every answer of the deployed product carries (docs/security.md, Promises without a number; ASVS 5.0, 3.3 and 3.4). */
import { expect, test } from "@playwright/test";
import { pages, routes } from "../support/doors";
import { addressOf, knock, type TwoOrganisations, twoOrganisations } from "../support/knock";

let world: TwoOrganisations;

test.beforeAll(async () => {
  world = await twoOrganisations();
});

const paths = [...Object.keys(pages), ...Object.keys(routes).map((door) => door.split(" ")[1] ?? "")];

const everywhere = {
  "strict-transport-security": "max-age=31536000; includeSubDomains",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "x-frame-options": "DENY",
  "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
};

const nonceOf = (answer: Response) =>
  /'nonce-([^']+)'/.exec(answer.headers.get("content-security-policy") ?? "")?.[1] ?? "";

function expectHeaders(answer: Response): void {
  for (const [name, value] of Object.entries(everywhere))
    expect([name, answer.headers.get(name)]).toEqual([name, value]);
  expect(answer.headers.get("x-powered-by")).toBeNull();
}

function expectPolicy(answer: Response): void {
  const policy = answer.headers.get("content-security-policy")?.split("; ") ?? [];
  for (const directive of [
    "default-src 'self'",
    `script-src 'nonce-${nonceOf(answer)}' 'strict-dynamic'`,
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ])
    expect(policy).toContain(directive);
  expect(nonceOf(answer).length).toBeGreaterThanOrEqual(22);
  expect(answer.headers.get("cache-control")).toContain("no-store");
}

for (const path of new Set(paths)) {
  test(`${path} answers with every header, and a nonce of its own @javascript`, async () => {
    const nonces = new Set<string>();
    const asked = addressOf(path, world.ids);
    for (const session of [null, world.sessions.administrator, world.sessions.administrator]) {
      const answer = await knock(asked, { session });
      expectHeaders(answer);
      expectPolicy(answer);
      expectCookies(answer);
      nonces.add(nonceOf(answer));
    }
    expect(nonces.size).toBe(3);
  });
}

/** Each cookie is bound to this host, unreadable for scripts, and not sent along with what other sites ask for. */
function expectCookies(answer: Response): void {
  for (const cookie of answer.headers.getSetCookie()) {
    const [pair = "", ...attributes] = cookie.split("; ").map((part) => part.trim());
    const names = attributes.map((attribute) => attribute.toLowerCase());
    expect(pair).toMatch(/^__Host-twostep-/);
    for (const attribute of ["secure", "httponly", "samesite=lax", "path=/"])
      expect(names).toContain(attribute);
    expect(names.some((name) => name.startsWith("domain"))).toBe(false);
  }
}

test("nothing of a page comes from elsewhere, nor any style or script without the nonce of its answer @javascript", async () => {
  for (const path of ["/login", "/my-settings", "/dev/mailbox"]) {
    const answer = await knock(path, { session: world.sessions.administrator });
    expect(answer.headers.get("content-security-policy")?.split("; ")).toEqual([
      "default-src 'self'",
      `script-src 'nonce-${nonceOf(answer)}' 'strict-dynamic'`,
      `style-src 'self' 'nonce-${nonceOf(answer)}'`,
      "img-src 'self' data:",
      "worker-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "form-action 'self'",
    ]);
  }
});

test("every script of a page bears the nonce of its answer @javascript", async () => {
  const answer = await knock("/login");
  const nonce = nonceOf(answer);
  const scripts = [...(await answer.text()).matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
  expect(scripts.length).toBeGreaterThan(1);
  expect(scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([]);
});

test("what is nowhere, and what the build made, carry the headers, too @javascript", async () => {
  const html = await (await knock("/login")).text();
  const script = /\/_next\/static\/[^"']+\.js/.exec(html)?.[0] ?? "";
  for (const path of ["/nowhere", "/.git/config", "/.env", script]) expectHeaders(await knock(path));
  const drawn = "/_next/image?url=%2Fapple-icon.png&w=640&q=75";
  for (const path of ["/.git/config", "/.env", "/package.json", "/.next/BUILD_ID", drawn])
    expect((await knock(path)).status).toBe(404);
});

test("pages that are not there have a policy, also where a file might be @javascript", async () => {
  for (const path of ["/nowhere", "/icons/nothing", "/icons/icon-192.pngx", "/icon.svgx"]) {
    const answer = await knock(path);
    expect([path, answer.status]).toEqual([path, 404]);
    expectPolicy(answer);
  }
  expect((await knock("/icons/icon-192.png")).status).toBe(200);
});

test("an address with a slash too many is led on with every header, and kept by nobody @javascript", async () => {
  for (const path of ["/login/", "/login//", "/reset-password/?token=secret", "/icon.svg/"]) {
    const answer = await knock(path);
    expect([path, answer.status]).toEqual([path, 308]);
    expectHeaders(answer);
    expect(answer.headers.get("cache-control")).toBe("no-store");
  }
});

test("what is refused unread carries the headers, too @javascript", async () => {
  const foreign = await knock("/login", { method: "POST", headers: { origin: "https://evil.example" } });
  const large = await knock("/login", { method: "POST", body: "x".repeat(1_000_000) });
  expect([foreign.status, large.status]).toEqual([403, 413]);
  for (const answer of [foreign, large]) {
    expectHeaders(answer);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
  }
});

test("nothing is allowed to other origins @javascript", async () => {
  const headers = { origin: "https://evil.example" };
  for (const path of ["/login", "/api/auth/session", "/api/health"]) {
    const answer = await knock(path, { headers, session: world.sessions.administrator });
    const names = [...answer.headers.keys()].filter((name) => name.startsWith("access-control-"));
    expect(names).toEqual([]);
  }
});

test("a connection may be idle for longer than proxies keep theirs, who would answer 502 at times @javascript", async () => {
  const answer = await knock("/login", { session: null });
  const [, seconds] = /timeout=(\d+)/.exec(answer.headers.get("keep-alive") ?? "") ?? [];
  expect(Number(seconds)).toBeGreaterThan(60);
});
