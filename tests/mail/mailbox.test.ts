/** The mailbox keeps what would have been sent, for people and tests on a developer's computer. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { letters } from "@/emails/catalogue";
import { environment } from "@/lib/kernel/env";
import { codeIn, linkIn } from "@/lib/mail/findings";
import { captured, mailboxIsOpen } from "@/lib/mail/mailbox";
import { renderLetter } from "@/lib/mail/render";
import { sendLetter } from "@/lib/mail/send-letter";
import { sampleOf } from "../letters/samples";
import { emptyMailbox, letterTo } from "../support/mailbox";

beforeEach(emptyMailbox);

const send = (to: string, code = "482913") => sendLetter(to, sampleOf("security-code", { code }), "en");

test("without a mail server a letter goes to the mailbox, with its headers", async () => {
  expect((await send("ada@example.com")).ok).toBe(true);
  const [letter, ...others] = await captured();
  expect(others).toEqual([]);
  expect(letter).toMatchObject({
    to: "ada@example.com",
    subject: "Your Acme security code",
    html: expect.stringContaining("482913"),
    text: expect.stringContaining("482913"),
    headers: expect.stringContaining("Auto-Submitted: auto-generated"),
  });
  expect(letterTo("ada@example.com")).toEqual(letter);
});

test("the newest letter is the first, also within a millisecond", async () => {
  for (const code of ["000001", "000002", "000003"]) await send("ada@example.com", code);
  expect((await captured()).map(codeIn)).toEqual(["000003", "000002", "000001"]);
});

test("letters to one address are found without regard to case", async () => {
  await send("Ada@Example.com");
  await send("bob@example.com");
  expect(await captured("ada@example.COM")).toHaveLength(1);
  expect(await captured("ada@example")).toEqual([]);
});

test("many senders at once lose nothing and leave no drafts", async () => {
  await Promise.all(Array.from({ length: 40 }, (_, index) => send(`user-${index}@example.com`)));
  expect(await captured()).toHaveLength(40);
  expect(
    readdirSync(join(environment().dataFolder, "mailbox")).filter((file) => !file.endsWith(".json")),
  ).toEqual([]);
});

test("an empty mailbox has no letters", async () => {
  expect(await captured()).toEqual([]);
});

test("nobody may look into the mailbox but in demo and dev", () => {
  expect(environment().mode).toBe("test");
  expect(mailboxIsOpen()).toBe(false);
});

test("the code of a code letter and the link of the others are found", async () => {
  const code = await renderLetter(sampleOf("security-code"), "en");
  expect([codeIn(code), linkIn(code)]).toEqual(["482913", undefined]);
  const activation = await renderLetter(sampleOf("activation"), "en");
  expect([codeIn(activation), linkIn(activation)]).toEqual([undefined, letters.activation.sample.url]);
});
