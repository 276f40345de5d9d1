/** What the audit log says of an event. */
import { expect, test } from "vitest";
import { eventColumns } from "@/app/(signed-in)/administration/audit/download/columns";
import { actorText, detailTexts } from "@/app/(signed-in)/administration/audit/event-text";
import type { ListedEvent } from "@/lib/audit/listed-event";
import { wordsIn } from "@/lib/words/words";

const { audit } = wordsIn("en");

test("whoever acted is called as they are called today", () => {
  const actor = { name: "Ada Archer", email: "ada@example.com" };
  expect(actorText({ event: "activation.requested", actor }, audit)).toBe("Ada Archer");
});

test.each(["activation.sent", "activation.undelivered", "letter.undelivered", "login.unfinished"] as const)(
  "what the product does by itself is not said to be somebody unknown: %s",
  (event) => expect(actorText({ event, actor: null }, audit)).toBe("The system"),
);

test.each(["password.refused", "activation.requested"] as const)(
  "what anybody can do without proving who they are is done by nobody known: %s",
  (event) => expect(actorText({ event, actor: null }, audit)).toBe("Nobody known"),
);

const north = { id: "4f3d0c1e-1111-4222-8333-000000000001", name: "North" };
const east = { id: "4f3d0c1e-1111-4222-8333-000000000002", name: "East" };

test.each([
  [{ role: ["member", "manager"] }, ["Rolle: Mitglied → Manager"]],
  [{ language: ["en", null] }, ["Sprache: English → –"]],
  [{ switchedOn: [false, true] }, ["Anmeldung in zwei Schritten: Aus → Ein"]],
  [
    { allowedMethods: [["email"], ["email", "authenticator"]] },
    ["Erlaubte Methoden: Code per E-Mail → Code per E-Mail, Google Authenticator"],
  ],
  [{ team: ["North", "South"] }, ["Team: North → South"]],
  // As an older release wrote it.
  [{ team: "South" }, ["Team: South"]],
  [
    { letter: "password-reset", email: "una@example.com" },
    ["Nachricht: Neues Passwort wählen", "E-Mail: una@example.com"],
  ],
  [{ teams: [[], [north, east]] }, ["Teams: – → North, East"]],
  [{ teams: [[north, { more: 1_949 }], [east]] }, ["Teams: North, 1.949 weitere → East"]],
  [{ email: "not-confirmed", status: "deactivated" }, ["E-Mail: Nicht bestätigt", "Status: Deaktiviert"]],
  [{ search: "all", role: "all" }, ["Suche: all"]],
  [{ sort: "-name", result: "refusal" }, ["Sortiert nach: Name, Z bis A", "Ergebnis: Abgelehnt"]],
])("a detail is said in words and by names, in the reader's language: %j", (detail, said) =>
  expect(detailTexts({ detail }, wordsIn("de"))).toEqual(said),
);

test("two names from right to left stand in the order of the change, and in a file without marks", () => {
  const detail = { name: ["עדה", "דבורה"], teams: [[], [{ ...north, name: "צפון" }, east]] };
  const [name, teams] = detailTexts({ detail }, wordsIn("en"));
  expect(name).toBe("Name: \u2068עדה\u2069 → \u2068דבורה\u2069");
  expect(teams).toBe("Teams: – → \u2068\u2068צפון\u2069, East\u2069");
  const column = eventColumns(wordsIn("en")).at(-1);
  expect(column?.cell({ detail } as unknown as ListedEvent)).toBe(
    "Name: עדה → דבורה · Teams: – → צפון, East",
  );
});

test("what was typed is said as it was typed, also where it reads like a code", () => {
  const detail = { name: ["member", "toString"], email: ["a@example.com", "constructor"] };
  expect(detailTexts({ detail }, wordsIn("de"))).toEqual([
    "Name: member → toString",
    "E-Mail: a@example.com → constructor",
  ]);
});

test.each([[[[], [north.id]]], [[north.id, east.id]]])(
  "teams that were recorded by their ids alone are not said by them: %j",
  (teams) => expect(detailTexts({ detail: { teams } }, wordsIn("en"))).toEqual(["Teams"]),
);
