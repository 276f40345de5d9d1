/** Sending says truly whether a mail server took the letter over, and never for longer than a person waits. */
import { expect, test, vi } from "vitest";
import { letters } from "@/emails/catalogue";
import { seconds } from "@/lib/kernel/duration";
import { renderLetter } from "@/lib/mail/render";
import { sendAtOnce, sendLetter } from "@/lib/mail/send-letter";
import { renderTemplate } from "@/lib/mail/template";
import { closeTransport, connections, connectionsForCodes } from "@/lib/mail/transport";
import { sampleOf } from "../letters/samples";
import { logged } from "../support/console";
import { answer, sendThrough, startMailServer, startSilentMailServer } from "./mail-server";

const code = sampleOf("security-code");

test("a letter that was sent has arrived at the mail server, whole", async () => {
  const { taken } = await startMailServer();
  expect(await sendLetter("ada@example.com", code, "en")).toEqual({ ok: true, value: undefined });
  expect(taken).toHaveLength(1);
  const [mail] = taken;
  expect(mail?.recipients).toEqual(["ada@example.com"]);
  expect(mail?.subject).toBe("Your Acme security code");
  expect(mail?.from?.text).toBe('"Twostep" <twostep@example.com>');
  expect(mail?.text).toContain("482913");
  expect(mail?.html).toContain("482913");
  expect(mail?.headers.get("auto-submitted")).toBe("auto-generated");
});

test("a letter that was filled in from a template arrives as the one that is rendered for its reader", async () => {
  const { taken } = await startMailServer();
  const { name: _, url: __, language: ___, ...shared } = letters.activation.sample;
  const fill = await renderTemplate("activation", shared, ["name", "url"], "de");
  const reader = {
    name: ".\u00dcn\u00efc\u00f6d\u00e9 = Null=C3=9F, <b>'&\u{1F600}",
    url: `https://login.acme.example/verify-email?token=${"t=".repeat(40)}`,
  };
  await sendLetter("ada@example.com", { name: "activation", props: { ...shared, ...reader } }, "de");
  expect(await sendAtOnce("ada@example.com", fill(reader))).toEqual({ ok: true, value: undefined });
  const [rendered, filled] = taken.map(({ subject, html, text, headerLines }) => {
    const headers = headerLines.map(({ key }) => key);
    return { subject, html, text, headers };
  });
  expect(filled).toEqual(rendered);
  expect(filled?.text).toContain(reader.url);
});

test("a letter to an address that the server does not know is refused, and others are not", async () => {
  const { taken } = await startMailServer({
    onRcptTo: ({ address }, _, done) =>
      done(address === "nobody@example.com" ? answer(550, `<${address}> unknown`) : null),
  });
  const [unknown, known] = await Promise.all([
    sendLetter("nobody@example.com", code, "en"),
    sendLetter("ada@example.com", code, "en"),
  ]);
  expect(unknown).toEqual({ ok: false, code: "mail-refused" });
  expect(known.ok).toBe(true);
  expect(taken).toHaveLength(1);
  expect(logged("mail.refused")).toHaveLength(1);
});

test.each([450, 451, 452])(
  "a letter that the server puts off with %i is deferred, and no address is refused",
  async (reply) => {
    await startMailServer({ onRcptTo: (_, __, done) => done(answer(reply, "later")) });
    expect(await sendLetter("ada@example.com", code, "en")).toEqual({ ok: false, code: "mail-deferred" });
    expect(logged("mail.deferred")).toHaveLength(1);
  },
);

test.each([
  [
    "by its sender",
    { onMailFrom: (_: unknown, __: unknown, done: (error: Error) => void) => done(answer(550, "no")) },
  ],
  [
    "by its content",
    {
      onData: (stream: NodeJS.ReadableStream, _: unknown, done: (error: Error) => void) =>
        stream.on("end", () => done(answer(554, "spam"))).resume(),
    },
  ],
])("a letter that the server declines %s is refused", async (_, behaviour) => {
  await startMailServer(behaviour);
  expect(await sendLetter("ada@example.com", code, "en")).toEqual({ ok: false, code: "mail-refused" });
  expect(logged("mail.refused")).toHaveLength(1);
});

test("where no server is, mail is unreachable", async () => {
  sendThrough("smtp://127.0.0.1:1");
  expect(await sendLetter("ada@example.com", code, "en")).toEqual({ ok: false, code: "mail-unreachable" });
  expect(logged("mail.unreachable")).toHaveLength(1);
});

test("where the server lets in fewer connections than we open, all letters go by those, and codes do", async () => {
  const { taken } = await startMailServer({ maxClients: 2 });
  const crowd = Array.from({ length: 20 }, (_, index) =>
    sendLetter(`user-${index}@example.com`, sampleOf("password-changed"), "en"),
  );
  const letter = await renderLetter(code, "en");
  const codes = ["ada@example.com", "bea@example.com"].map((to) => sendAtOnce(to, letter));
  for (const sent of await Promise.all([...crowd, ...codes])) expect(sent.ok).toBe(true);
  expect(taken).toHaveLength(22);
});

test("where it lets in nobody, mail is unreachable", async () => {
  await startMailServer({ onConnect: (_, done) => done(answer(421, "too many")) });
  expect(await sendLetter("ada@example.com", code, "en")).toEqual({ ok: false, code: "mail-unreachable" });
  expect(logged("mail.unreachable")).toHaveLength(1);
});

test.each([
  [
    "not know us",
    "us:secret@",
    { onAuth: (_: unknown, __: unknown, done: (error: Error) => void) => done(answer(535, "who are you")) },
  ],
  ["not let in strangers", "", { authOptional: false }],
])(
  "where the server does %s, mail is unreachable, and nobody's address is to blame",
  async (_, credentials, behaviour) => {
    const { port } = await startMailServer({ allowInsecureAuth: true, ...behaviour });
    sendThrough(`smtp://${credentials}127.0.0.1:${port}`);
    expect(await sendLetter("ada@example.com", code, "en")).toEqual({ ok: false, code: "mail-unreachable" });
    expect(logged("mail.unreachable")).toHaveLength(1);
  },
);

test("a code is given up after ten seconds of silence; whether the server got it by then is told apart", {
  timeout: 20_000,
}, async () => {
  await startMailServer({
    onRcptTo: ({ address }, _, done) => (address === "ada@example.com" ? undefined : done()),
    onData: (stream) => void stream.resume(),
  });
  const letter = await renderLetter(code, "en");
  const began = performance.now();
  const sending = ["ada@example.com", "bea@example.com"].map((to) => sendAtOnce(to, letter));
  for (const sent of sending) {
    await sent;
    expect(performance.now() - began).toBeGreaterThan(9_500);
  }
  expect(await Promise.all(sending)).toEqual([
    { ok: false, code: "mail-unreachable" },
    { ok: false, code: "mail-unanswered" },
  ]);
  expect([logged("mail.unreachable"), logged("mail.unanswered")]).toMatchObject([[{}], [{}]]);
});

test("a server that answers late to a letter that nobody waits for has taken it", {
  timeout: 20_000,
}, async () => {
  await startMailServer({
    onData: (stream, _, done) => void stream.on("end", () => setTimeout(done, seconds(12))).resume(),
  });
  expect((await sendLetter("ada@example.com", sampleOf("password-changed"), "en")).ok).toBe(true);
});

test("a server that takes its time before it greets gets all letters, codes too", {
  timeout: 20_000,
}, async () => {
  const { taken } = await startMailServer({ onConnect: (_, done) => void setTimeout(done, seconds(6)) });
  const letter = await renderLetter(code, "en");
  const sent = await Promise.all([
    sendLetter("ada@example.com", sampleOf("password-changed"), "en"),
    sendAtOnce("bea@example.com", letter),
  ]);
  expect(sent.map(({ ok }) => ok)).toEqual([true, true]);
  expect(taken).toHaveLength(2);
});

test("letters that nobody waits for lose no patience before their turn comes, and a code passes them by", {
  timeout: 30_000,
}, async () => {
  const { taken } = await startMailServer({
    onMailFrom: (_, __, done) => void setTimeout(done, 1_100),
  });
  const letter = sampleOf("password-changed");
  const crowd = Array.from({ length: 55 }, (_, index) =>
    sendLetter(`user-${index}@example.com`, letter, "en"),
  );
  const began = performance.now();
  expect((await sendAtOnce("ada@example.com", await renderLetter(code, "en"))).ok).toBe(true);
  expect(performance.now() - began).toBeLessThan(5_000);
  for (const sent of await Promise.all(crowd)) expect(sent.ok).toBe(true);
  expect(new Set(taken.map(({ recipients: [to] }) => to)).size).toBe(56);
  expect(taken).toHaveLength(56);
});

test("a code is not kept waiting by letters that a slow server is being handed", {
  timeout: 20_000,
}, async () => {
  let begun = 0;
  await startMailServer({
    onData: (stream, _, done) => {
      begun += 1;
      stream.on("end", () => setTimeout(done, seconds(6))).resume();
    },
  });
  const letter = sampleOf("password-changed");
  const crowd = Array.from({ length: connections }, (_, index) =>
    sendLetter(`user-${index}@example.com`, letter, "en"),
  );
  const aCode = await renderLetter(code, "en");
  await vi.waitFor(() => expect(begun).toBe(connections));
  expect((await sendAtOnce("ada@example.com", aCode)).ok).toBe(true);
  for (const sent of await Promise.all(crowd)) expect(sent.ok).toBe(true);
});

test("a server that gets the letter and hangs up without a word may have it: that is no answer", async () => {
  const { taken } = await startSilentMailServer();
  expect(await sendLetter("ada@example.com", code, "en")).toEqual({ ok: false, code: "mail-unanswered" });
  expect(taken).toHaveLength(1);
  expect(logged("mail.unanswered")).toHaveLength(1);
});

test("a fault in the log names neither the address nor the code", async () => {
  await startMailServer({
    onRcptTo: ({ address }, _, done) => done(answer(550, `5.1.1 <${address}> unknown`)),
  });
  await sendLetter("ada@example.com", code, "en");
  const [fault] = logged("mail.refused");
  expect(fault?.text).toContain("550 5.1.1");
  expect(fault?.text).not.toMatch(/ada@|482913/);
});

test("what goes wrong on our side is in the log in full", async () => {
  const all = connections + connectionsForCodes;
  const held: (() => void)[] = [];
  await startMailServer({
    onRcptTo: (_, __, done) => {
      if (held.push(done) < all) return;
      // The letter after them waits for a connection that will not come.
      closeTransport();
      for (const goOn of held) goOn();
    },
  });
  const letter = await renderLetter(code, "en");
  const sending = Array.from({ length: all + 1 }, () => sendAtOnce("ada@example.com", letter));
  const untaken = (await Promise.all(sending)).filter(({ ok }) => !ok);
  expect(untaken).toEqual([{ ok: false, code: "mail-unreachable" }]);
  expect(logged("mail.unreachable")).toMatchObject([{ message: "Connection pool was closed" }]);
});

test("an address is one address, whatever it holds", async () => {
  const { taken } = await startMailServer();
  for (const to of [
    "ada@example.com, eve@example.com",
    "ada@example.com\r\nBcc: eve@example.com",
    "Ada <ada@example.com>, eve@example.com",
    "ada@example.com>\r\nRCPT TO:<eve@example.com",
  ]) {
    await sendLetter(to, code, "en");
  }
  expect(taken.flatMap(({ recipients }) => recipients)).not.toContain("eve@example.com");
  expect(taken.filter(({ bcc, cc }) => bcc || cc)).toEqual([]);
  logged("mail.refused");
});

test("an organisation's name cannot add a header", async () => {
  const { taken } = await startMailServer();
  const hostile = sampleOf("security-code", { organisation: "Acme\r\nBcc: eve@example.com" });
  await sendLetter("ada@example.com", hostile, "en");
  expect(taken[0]?.recipients).toEqual(["ada@example.com"]);
  expect(taken[0]?.bcc).toBeUndefined();
});
