/** Requests that no form of ours sends: from other sites, too large, malformed. None gets in, and none is a fault. */
import { readFileSync } from "node:fs";
import { type IncomingHttpHeaders, request as plainRequest } from "node:http";
import { connect } from "node:net";
import { expect, test } from "@playwright/test";
import { rows } from "../support/browser-world";
import { pages } from "../support/doors";
import { formsIn, type HtmlForm } from "../support/html-forms";
import { addressOf, knock, meaningOf, type TwoOrganisations, twoOrganisations } from "../support/knock";
import { appCode, givePassword, logIn, organisation, person, verifiedLogin } from "../support/world";

/** For the tests that change nothing; each of the others makes its own. */
let world: TwoOrganisations;
/** Begun before the first test: it takes its twenty seconds while the others run. */
let trickled: Promise<number>;

test.beforeAll(async () => {
  trickled = trickle();
  world = await twoOrganisations();
});

const posts = ["/login", "/log-out", "/api/auth/callback/pending-login", "/my-settings"];
const body = () => new URLSearchParams({ token: "a".repeat(43) });

test("a form that another site sent is refused @javascript", async () => {
  const foreign: Record<string, string>[] = [
    { origin: "https://evil.example" },
    { origin: "null" },
    { origin: "http://localhost:3000.evil.example" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    { origin: "null", "sec-fetch-site": "cross-site" },
  ];
  for (const path of posts) {
    for (const headers of foreign) {
      const answer = await knock(path, {
        method: "POST",
        headers,
        body: body(),
        session: world.sessions.member,
      });
      expect([path, headers, answer.status]).toEqual([path, headers, 403]);
    }
  }
  expect(meaningOf(await knock("/", { session: world.sessions.member }))).toBe("in");
});

test("a form of which nobody says who sent it is refused @javascript", async () => {
  const session = world.sessions.member;
  for (const method of ["POST", "PUT", "DELETE"]) {
    for (const path of posts) {
      const answer = await knock(path, { method, session, body: body(), saysWhence: false });
      expect([method, path, answer.status]).toEqual([method, path, 403]);
    }
  }
  expect(meaningOf(await knock("/", { session }))).toBe("in");
});

test("a form to a host that cannot be one is refused, and is no fault @javascript", async () => {
  for (const host of ["evil.example:99999", "evil example", "[::1", "one.example, two.example"]) {
    const headers = { origin: "null", "sec-fetch-site": "same-origin", "x-forwarded-host": host };
    const answer = await knock("/login", { method: "POST", headers, body: new FormData() });
    expect([host, answer.status]).toEqual([host, 403]);
  }
});

test("text/plain that is JSON opens nothing, from another site, from nobody and from here @javascript", async () => {
  const csrf = await knock("/api/auth/csrf");
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const cookie = csrf.headers.getSetCookie().map((each) => each.split(";")[0]);
  // Only this type of form can look like JSON without asking first.
  const post = (path: string, more: Parameters<typeof knock>[1]) =>
    knock(path, {
      ...more,
      method: "POST",
      headers: { "content-type": "text/plain", cookie: cookie.join("; "), ...more?.headers },
      body: JSON.stringify({ csrfToken, token: world.sessions.member, "": "=" }),
    });
  for (const path of ["/api/auth/session", "/api/auth/callback/pending-login"]) {
    expect((await post(path, { headers: { origin: "https://evil.example" } })).status).toBe(403);
    expect((await post(path, { saysWhence: false })).status).toBe(403);
    const ours = await post(path, {});
    expect(ours.status).toBeLessThan(500);
    expect(ours.headers.getSetCookie().filter((each) => /session=[^;]/.test(each))).toEqual([]);
  }
});

test("ten megabytes are refused, said in advance or not @javascript", async () => {
  const large = "x".repeat(10 * 1024 * 1024);
  for (const path of posts) {
    expect((await knock(path, { method: "POST", body: large })).status).toBe(413);
    const unsaid = new Blob([large]).stream();
    const answer = await knock(path, { method: "POST", body: unsaid, duplex: "half" }).catch(() => undefined);
    // Cutting the connection off is an answer, too; a fault is none.
    expect(answer?.status ?? 413).toBeLessThan(500);
  }
});

test("more than a form of ours holds is read by nobody, also where it does not say how long it is @javascript", async () => {
  const { ids, sessions } = world;
  const answerTo = async (path: string, kilobytes: number, isSaid: boolean) => {
    const form = new Response(new FormData());
    const body = new Blob([await form.blob(), "x".repeat(kilobytes * 1024)]);
    const { status } = await knock(path, {
      method: "POST",
      session: sessions.administrator,
      headers: { "content-type": form.headers.get("content-type") ?? "" },
      ...(isSaid ? { body } : { body: body.stream(), duplex: "half" }),
    });
    return status;
  };
  for (const isSaid of [true, false]) {
    for (const path of [...posts, "/api/auth/session", "/", "/nowhere", "/administration/settings"]) {
      expect([path, isSaid, (await answerTo(path, 30, isSaid)) === 413]).toEqual([path, isSaid, false]);
      expect([path, isSaid, await answerTo(path, 40, isSaid)]).toEqual([path, isSaid, 413]);
    }
    for (const path of ["/administration/users/new", `/administration/users/${ids.user}`]) {
      expect([path, isSaid, (await answerTo(path, 400, isSaid)) === 413]).toEqual([path, isSaid, false]);
      expect([path, isSaid, await answerTo(path, 600, isSaid)]).toEqual([path, isSaid, 413]);
    }
  }
});

test("a form that nobody can read is its sender's fault, and none of ours @javascript", async () => {
  const headers = { "content-type": "multipart/form-data; boundary=x" };
  for (const body of ["", "none", "--x\r\n", '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb']) {
    for (const path of posts) {
      const answer = await knock(path, { method: "POST", headers, body });
      expect([path, body, answer.status < 500]).toEqual([path, body, true]);
    }
    expect((await knock("/login", { method: "POST", headers, body })).status).toBe(400);
  }
  const unsaid = new Blob(["x".repeat(1024 * 1024)]).stream();
  const answer = await knock("/login", { method: "POST", headers, body: unsaid, duplex: "half" });
  expect(answer.status).toBe(413);
});

test("an address with thousands of parameters is read by nobody, whatever it asks for @javascript", async () => {
  for (const path of ["/login", "/icon.svg", "/api/health", "/api/auth/session", "/nowhere"]) {
    const answer = await knock(`${path}?${"a=b&".repeat(3_000)}`);
    expect([path, answer.status, answer.headers.get("cache-control")]).toEqual([path, 414, "no-store"]);
  }
});

/** Pages with forms, and as whom to find them there. */
const withForms: [string, "nobody" | "administrator"][] = Object.entries(pages).flatMap(
  ([path, access]): [string, "nobody" | "administrator"][] => {
    if (access === "not in production" || access === "pending login") return [];
    return [[path, access === "anyone" ? "nobody" : "administrator"]];
  },
);

for (const [path, knocker] of withForms) {
  test(`no field of a form on ${path} can be filled in so that it is a fault @javascript`, async () => {
    const { ids, sessions } = await twoOrganisations();
    const asked = addressOf(path, ids);
    const session = sessions[knocker];
    const html = await (await knock(asked, { session })).text();
    // "Log out" is not filled in, and would end the session that the others need.
    for (const form of formsIn(html).filter(({ action }) => !action.includes("log-out"))) {
      for (const malformed of malformedFields) {
        const answer = await knock(form.action || asked, {
          method: "POST",
          session,
          body: filledIn(form, malformed),
        });
        expect([form.fields, malformed.name, answer.status < 500]).toEqual([
          form.fields,
          malformed.name,
          true,
        ]);
      }
    }
  });
}

const malformedFields: { name: string; values: (string | Blob)[] }[] = [
  { name: "missing", values: [] },
  { name: "repeated", values: ["one", "two", "three"] },
  { name: "oversized", values: ["x".repeat(3_000)] },
  { name: "a file", values: [new Blob(["not a text"])] },
  { name: "control characters", values: ["\u0000\u0001\r\n\u202e"] },
  { name: "half a character", values: ["\ud83e"] },
  { name: "SQL and HTML", values: ["'; drop table users; -- <img src=x onerror=alert(1)>"] },
];

/** `form` as it came, with every field that a person fills in malformed in the same way. */
function filledIn({ hidden, fields }: HtmlForm, { values }: (typeof malformedFields)[number]): FormData {
  const data = new FormData();
  for (const [name, value] of hidden) data.append(name, value);
  for (const name of fields) for (const value of values) data.append(name, value);
  return data;
}

const parameters = [
  "search",
  "email",
  "role",
  "team",
  "sort",
  "after",
  "before",
  "user",
  "state",
  "next",
  "token",
  "notice",
  "problem",
  "until",
  "methods",
  "saved",
];
const hostile = [
  "%00",
  "%FF%FE",
  "-1",
  "99999999999999999999",
  "x".repeat(3_000),
  "'%3B--",
  "[object%20Object]",
  "a&NAME=b",
  // What every object has, too.
  "toString",
  "constructor",
  "__proto__",
];

for (const path of Object.keys(pages)) {
  test(`no parameter in the address of ${path} is a fault @javascript`, async () => {
    const { ids, sessions } = world;
    for (const value of hostile) {
      const query = parameters.map((name) => `${name}=${value.replace("NAME", name)}`).join("&");
      for (const session of [sessions.administrator, null]) {
        const answer = await knock(`${addressOf(path, ids)}?${query}`, { session });
        expect([value.slice(0, 20), answer.status < 500]).toEqual([value.slice(0, 20), true]);
      }
    }
  });
}

test("an address with a % that encodes nothing is a page that does not exist @javascript", async () => {
  const session = world.sessions.administrator;
  for (const malformed of ["%E0%A4%A", "%", "%zz", "%FF"]) {
    const answer = await knock(`/administration/users/${malformed}`, { session });
    expect([malformed, answer.status]).toEqual([malformed, 404]);
    expect(answer.headers.get("content-type")).toContain("text/html");
    expect((await knock(`/${malformed}?search=a`)).status).toBe(404);
  }
});

test("NextAuth's callback gives nothing to a token that was not verified @javascript", async () => {
  const csrf = await knock("/api/auth/csrf");
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const cookie = csrf.headers
    .getSetCookie()
    .map((each) => each.split(";")[0])
    .join("; ");
  for (const token of ["", "a".repeat(43), world.sessions.administrator ?? ""]) {
    const answer = await knock("/api/auth/callback/pending-login", {
      method: "POST",
      headers: { cookie },
      body: new URLSearchParams({ csrfToken, token, redirect: "false" }),
    });
    expect(answer.headers.getSetCookie().filter((each) => /session=[^;]/.test(each))).toEqual([]);
    expect(answer.status).toBeLessThan(500);
  }
});

test("NextAuth's callback opens nothing to who only visits it, not even with a verified login @javascript", async () => {
  const who = await person(await organisation(), { authenticator: true });
  const token = await verifiedLogin(who);
  for (const path of [`?token=${token}`, ""]) {
    const answer = await knock(`/api/auth/callback/pending-login${path}`, {
      headers: { cookie: `__Host-twostep-pending=${token}` },
    });
    expect(answer.headers.getSetCookie().filter((each) => /session=[^;]/.test(each))).toEqual([]);
    expect(answer.status).toBeLessThan(500);
  }
  expect(await rows("select redeemed_at from pending_logins where user_id = $1", who.id)).toEqual([
    { redeemed_at: null },
  ]);
});

test("a browser that brings a token that is none of ours is given one, and its login is no fault @javascript", async () => {
  for (const malformed of ["", "chosen", "x".repeat(2_000)]) {
    const who = await person(await organisation(), { authenticator: true });
    const cookie = `__Host-twostep-pending=${await givePassword(who)}; __Host-twostep-browser=${malformed}`;
    const path = "/login/verify/authenticator";
    const html = await (await knock(path, { headers: { cookie } })).text();
    const form = formsIn(html).find(({ fields }) => fields.includes("code"));
    const body = new FormData();
    for (const [name, value] of form?.hidden ?? []) body.append(name, value);
    body.append("code", appCode(who));
    const answer = await knock(path, { method: "POST", headers: { cookie }, body });
    expect([malformed.length, answer.status]).toEqual([malformed.length, 303]);
    expect(answer.headers.getSetCookie().join()).toMatch(/__Host-twostep-browser=[\w-]{43};/);
  }
});

test("of what a browser says of itself as much is kept as tells it: nobody fills the log with the rest @javascript", async () => {
  const who = await person(await organisation());
  const form = formsIn(await (await knock("/login")).text()).find(({ fields }) =>
    fields.includes("password"),
  );
  const body = new FormData();
  for (const [name, value] of form?.hidden ?? []) body.append(name, value);
  body.append("email", who.email);
  body.append("password", "quite another one");
  const headers = { "user-agent": `Mozilla/5.0 ${"x".repeat(8_000)}` };
  expect((await knock("/login", { method: "POST", headers, body })).status).toBe(422);
  expect(await rows("select length(browser) from audit_events where target_id = $1", who.id)).toEqual([
    { length: 300 },
  ]);
});

test("a form that somebody may use sets nothing but its fields @javascript", async () => {
  const who = await person(await organisation(), { authenticator: true });
  const { sessionToken: session } = await logIn(who);
  const page = await (await knock("/my-settings", { session })).text();
  const form = formsIn(page).find(({ fields }) => fields.includes("name"));
  const body = new FormData();
  for (const [name, value] of form?.hidden ?? []) body.append(name, value);
  const more = {
    role: "administrator",
    status: "deactivated",
    email: "evil@example.com",
    id: world.ids.user,
  };
  for (const [name, value] of Object.entries({ name: "Jane Roe", ...more })) body.append(name, value);
  expect((await knock("/my-settings", { method: "POST", session, body })).status).toBeLessThan(400);
  const changed = await rows("select name, role, status, email from users where id = $1", who.id);
  expect(changed).toEqual([{ name: "Jane Roe", role: "member", status: "active", email: who.email }]);
});

test("nothing that is asked of NextAuth is a fault, however it is asked @javascript", async () => {
  const faults = () =>
    readFileSync("test-results/server.log", "utf8").match(/.*"event":"next-auth".*/g) ?? [];
  const before = faults().length;
  const csrf = await knock("/api/auth/csrf");
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const own = csrf.headers
    .getSetCookie()
    .map((each) => each.split(";")[0])
    .join("; ");
  const form = { "content-type": "application/x-www-form-urlencoded" };
  const json = { "content-type": "application/json" };
  const asked: RequestInit[] = [
    { method: "GET", headers: { cookie: "__Host-twostep-callback=http://[none" } },
    { method: "HEAD" },
    { method: "PUT", headers: form, body: "csrfToken=wrong" },
    { method: "POST" },
    { method: "POST", headers: form, body: "csrfToken=wrong" },
    { method: "POST", headers: { ...form, cookie: own }, body: "csrfToken=wrong" },
    {
      method: "POST",
      headers: { ...form, cookie: "__Host-twostep-csrf=%00|" },
      body: `csrfToken=${csrfToken}`,
    },
    {
      method: "POST",
      headers: { ...form, cookie: own },
      body: `csrfToken=${csrfToken}&callbackUrl=http://[none`,
    },
    ...["{", "[1]", "null", JSON.stringify({ csrfToken, token: {}, callbackUrl: [] })].map((body) => ({
      method: "POST",
      headers: { ...json, cookie: own },
      body,
    })),
    { method: "POST", headers: { "content-type": "multipart/form-data" }, body: "none" },
  ];
  for (const path of nextAuthPaths) {
    for (const init of asked) {
      const answer = await knock(`/api/auth/${path}?callbackUrl=http://[none`, init);
      expect([path, init, answer.status < 500]).toEqual([path, init, true]);
      expect(answer.headers.getSetCookie().filter((each) => /session=[^;]/.test(each))).toEqual([]);
    }
  }
  expect(faults().slice(before)).toEqual([]);
});

/** What NextAuth has, what it has for other providers, what it never had, and what it has in another spelling. */
const nextAuthPaths = [
  ...["csrf", "providers", "session", "signin", "signout", "error", "verify-request", "callback"],
  ...["callback/pending-login", "callback/other", "callback/pending-login/more", "signin/pending-login"],
  ...["webauthn-options/pending-login", "other"],
  ...["cs%72f", "%73ession", "callback/pending%2Dlogin", "callback%2Fpending-login"],
];

test("NextAuth's session tells its end and nothing else, and takes nothing @javascript", async () => {
  const session = world.sessions.member;
  const before = await (await knock("/api/auth/session", { session })).json();
  expect(Object.keys(before as object)).toEqual(["expires"]);
  const { csrfToken } = (await (await knock("/api/auth/csrf")).json()) as { csrfToken: string };
  await knock("/api/auth/session", {
    method: "POST",
    session,
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ csrfToken, data: { user: { role: "administrator" }, role: "administrator" } }),
  });
  expect(meaningOf(await knock("/administration/users", { session }))).toBe("not found");
});

test("NextAuth's own way out is closed: it would leave the session alive for whoever has a copy @javascript", async () => {
  const session = (await twoOrganisations()).sessions.member;
  const csrf = await knock("/api/auth/csrf");
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const cookie = csrf.headers.getSetCookie().map((each) => each.split(";")[0]);
  for (const path of ["/api/auth/signout", "/api/auth/%73ignout"]) {
    const headers = { cookie: cookie.join("; ") };
    const answer = await knock(path, {
      method: "POST",
      session,
      headers,
      body: new URLSearchParams({ csrfToken }),
    });
    expect([path, answer.status]).toEqual([path, 404]);
    expect(answer.headers.getSetCookie()).toEqual([]);
  }
  // The product's own ends it everywhere.
  expect(meaningOf(await knock("/my-settings", { session }))).toBe("in");
  expect((await knock("/log-out", { method: "POST", session })).status).toBe(303);
  expect(meaningOf(await knock("/my-settings", { session }))).toBe("to the login");
});

test("a file is read and nothing else, however it is spelt, and that it is refused is no fault @javascript", async () => {
  const made = /\/_next\/static\/[^"]+\.js/.exec(await (await knock("/login")).text())?.[0] ?? "";
  const files = [
    "/icon.svg",
    "/icons/icon-192.png",
    "/sw.js",
    "/%73w.js?again",
    "/manifest.webmanifest",
    made,
  ];
  for (const file of files) {
    expect((await knock(file)).status).toBe(200);
    for (const method of ["POST", "PUT", "PATCH", "DELETE", "OPTIONS"]) {
      const { status, headers } = await knock(file, { method });
      expect([file, method, status, headers.get("allow")]).toEqual([file, method, 405, "GET, HEAD"]);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
    }
  }
  expect((await knock("/sw.json", { method: "POST" })).status).toBe(404);
});

test("TRACE is not answered with what was sent @javascript", async () => {
  type Answer = { status: number; headers: IncomingHttpHeaders; text: string };
  const { status, headers, text } = await new Promise<Answer>((resolve, reject) => {
    const url = new URL("/login", String(process.env.AUTH_URL));
    plainRequest(url, { method: "TRACE", headers: { "x-secret": "echoed" } }, (answer) => {
      let text = "";
      answer.on("data", (piece) => {
        text += piece;
      });
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
    })
      .once("error", reject)
      .end();
  });
  expect([status, headers.allow, headers["x-content-type-options"]]).toEqual([
    405,
    "GET, HEAD, POST",
    "nosniff",
  ]);
  expect(text).not.toContain("echoed");
});

test("an address with dots, of another host or of none is what it means, and no fault @javascript", async () => {
  const asked: [string, number][] = [
    ["POST /x/../sw.js", 405],
    ["POST /%2e/icons/./icon-192.png", 405],
    ["GET /icons/../login", 200],
    ["GET http://evil.example/login", 200],
    ["GET http://evil.example", 307],
    ["GET foo://x", 307],
    ["GET *", 404],
    ["POST *", 404],
    ["OPTIONS *", 404],
  ];
  for (const [line, status] of asked) expect([line, await statusOf(line)]).toEqual([line, status]);
});

/** The number that a request is answered with whose first line begins as no client of HTTP would send it. */
async function statusOf(line: string): Promise<number> {
  const { hostname, port, host, origin } = new URL(String(process.env.AUTH_URL));
  const socket = connect(Number(port), hostname).setEncoding("latin1");
  const head = [
    `${line} HTTP/1.1`,
    `Host: ${host}`,
    `Origin: ${origin}`,
    "Content-Length: 0",
    "Connection: close",
  ];
  socket.write(`${head.join("\r\n")}\r\n\r\n`);
  let answer = "";
  for await (const piece of socket) answer += piece;
  return Number(answer.slice("HTTP/1.1 ".length).slice(0, 3));
}

test("a request that trickles is cut off, and holds no place for minutes @javascript", async () => {
  expect(await trickled).toBeLessThan(30_000);
});

/** Sends a request that never ends; returns after how many milliseconds it is cut off. */
async function trickle(): Promise<number> {
  const { hostname, port, host, origin } = new URL(String(process.env.AUTH_URL));
  const socket = connect(Number(port), hostname);
  socket.on("error", () => undefined);
  const head = `POST /login HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${origin}\r\nContent-Length: 60000\r\n\r\n`;
  socket.write(head);
  const trickling = setInterval(() => socket.write("x"), 500);
  const began = Date.now();
  await new Promise((cutOff) => socket.resume().once("close", cutOff));
  clearInterval(trickling);
  return Date.now() - began;
}
