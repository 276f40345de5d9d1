/** What the audit log says of an event. */
import { expect, test } from "vitest";
import { actorText } from "@/app/(signed-in)/administration/audit/event-text";
import { wordsIn } from "@/lib/words/words";

const { audit } = wordsIn("en");

test("whoever acted is called as they are called today", () => {
  const actor = { name: "Ada Archer", email: "ada@example.com" };
  expect(actorText({ event: "activation.requested", actor }, audit)).toBe("Ada Archer");
});

test.each(["activation.sent", "activation.undelivered", "login.unfinished"] as const)(
  "what the product does by itself is not said to be somebody unknown: %s",
  (event) => expect(actorText({ event, actor: null }, audit)).toBe("The system"),
);

test.each(["password.refused", "activation.requested"] as const)(
  "what anybody can do without proving who they are is done by nobody known: %s",
  (event) => expect(actorText({ event, actor: null }, audit)).toBe("Nobody known"),
);
