/** The audit log: what it tells, to whom, and that nothing in it is changed. */
import { describe, expect, test } from "vitest";
import { type EventFilter, readEventFilter } from "@/lib/audit/event-view";
import { pageSize } from "@/lib/audit/list-events";
import { recordEvent, recordEvents } from "@/lib/audit/record-event";
import { database } from "@/lib/database/connection";
import { days, minutes } from "@/lib/kernel/duration";
import { randomId } from "@/lib/kernel/random";
import { startLogin } from "@/lib/login/start-login";
import { editUser } from "@/lib/organisations/edit-user";
import { recordRefusal } from "@/lib/organisations/record-refusal";
import { downloadAudit, mostPeople, viewAudit } from "@/lib/organisations/view-audit";
import { listOwnActivity } from "@/lib/sessions/own-activity";
import { limits } from "@/lib/throttle/limit";
import { at, pass } from "../support/clock";
import { holder, holding, logInByPassword } from "../support/staff";
import { logIn, nothingBegun, organisation, person, visitor } from "../support/world";

const everything = readEventFilter({});
const asked = (parameters: Record<string, string>): EventFilter => readEventFilter(parameters);

/** An organisation with an administrator, and what the administrator sees of its log. */
async function watched() {
  const of = await organisation();
  const by = await holder(
    await person(of, { role: "administrator", name: "Ada Archer", email: `ada-${of.id}@example.com` }),
    "audit.view",
  );
  const seen = async (filter = everything) => (await viewAudit(by, filter, null)).events;
  const names = async (filter = everything) => (await seen(filter)).map(({ event }) => event);
  return { of, by, seen, names };
}

const failedLogin = (who: { email: string }) =>
  startLogin({ ...who, password: "not the right password" }, { ...nothingBegun, visitor });

const eventAbout = (who: { id: string }) =>
  database()
    .selectFrom("audit_events")
    .select("id")
    .where("target_id", "=", who.id)
    .executeTakeFirstOrThrow();

describe("the audit log", () => {
  test("tells who did what to whom, when, how and from where, newest first", async () => {
    at("2027-05-03T14:32:00.000Z");
    const { of, seen } = await watched();
    const jane = await person(of, { name: "Jane Doe", authenticator: true });
    pass(minutes(1));
    await logIn(jane);
    const [newest] = await seen();
    expect(newest).toMatchObject({
      event: "login.completed",
      result: "success",
      actor: { name: "Jane Doe", email: jane.email },
      target: { name: "Jane Doe" },
      method: "authenticator",
      address: visitor.address,
      browser: visitor.userAgent,
    });
    expect(newest?.at).toEqual(new Date("2027-05-03T14:33:00.000Z"));
  });

  test("names nobody as the one who acted where nobody has proven who they are", async () => {
    const { of, seen } = await watched();
    const jane = await person(of);
    await failedLogin(jane);
    expect((await seen())[0]).toMatchObject({
      event: "password.refused",
      result: "failure",
      actor: null,
      target: { email: jane.email },
      reason: "wrong-password",
    });
  });

  test("shows nothing of another organisation, however it is asked for", async () => {
    const { by } = await watched();
    const other = await person(await organisation(), { name: "Otto Other" });
    await failedLogin(other);
    const { id } = await eventAbout(other);
    for (const filter of [everything, asked({ person: other.email }), asked({ event: "logins" })]) {
      const { events } = await viewAudit(by, filter, { before: id - 1 });
      expect(events.map(({ target }) => target?.email)).not.toContain(other.email);
    }
  });

  test("begins at its beginning beside an event of another organisation, whose moment is nobody's business", async () => {
    const { by } = await watched();
    const other = await person(await organisation(), { name: "Otto Other" });
    at(new Date());
    pass(minutes(-1));
    await failedLogin(other);
    const { id } = await eventAbout(other);
    expect(await viewAudit(by, everything, { after: id })).toEqual(await viewAudit(by, everything, null));
  });

  test("refuses to be changed or deleted by the database itself", async () => {
    await watched();
    await expect(database().updateTable("audit_events").set({ result: "success" }).execute()).rejects.toThrow(
      "append-only",
    );
    await expect(database().deleteFrom("audit_events").execute()).rejects.toThrow("append-only");
  });

  test("knows of a permission that somebody lacked, and of the page", async () => {
    const { of, seen } = await watched();
    const { actor } = await logInByPassword(await person(of));
    await recordRefusal(actor, "audit.view", "/administration/audit?person=jane");
    expect((await seen())[0]).toMatchObject({
      event: "permission.refused",
      result: "refusal",
      actor: { email: actor.email },
      reason: "audit.view",
      detail: { page: "/administration/audit" },
    });
  });
});

test("whoever tries doors all day is written down so many times an hour, and nobody less for it", async () => {
  at("2027-05-03T14:32:00.000Z");
  const { of } = await watched();
  const { actor } = await logInByPassword(await person(of));
  const { most, within } = limits["refusals-recorded-per-user"];
  const recorded = async ({ userId }: { userId: string }) => {
    const rows = await database()
      .selectFrom("audit_events")
      .select("id")
      .where("event", "=", "permission.refused")
      .where("actor_id", "=", userId)
      .execute();
    return rows.length;
  };
  const knocks = async (times: number) => {
    for (let knock = 0; knock < times; knock += 1)
      await recordRefusal(actor, "audit.view", "/administration/audit");
  };
  await knocks(most + 5);
  expect(await recorded(actor)).toBe(most);
  const { actor: other } = await logInByPassword(await person(of));
  await recordRefusal(other, "audit.view", "/administration/audit");
  expect(await recorded(other)).toBe(1);
  pass(within);
  await knocks(1);
  expect(await recorded(actor)).toBe(most + 1);
});

describe("a filter of the audit log", () => {
  test("asks for one event, a group of them, or a result", async () => {
    const { of, names, seen } = await watched();
    const jane = await person(of);
    await failedLogin(jane);
    expect(await names(asked({ event: "password.refused" }))).toEqual(["password.refused"]);
    expect(await names(asked({ event: "administration" }))).toEqual([]);
    expect(await names(asked({ event: "logins" }))).toContain("login.completed");
    expect((await seen(asked({ result: "failure" }))).map(({ result }) => result)).toEqual(["failure"]);
  });

  test.each([
    ["part of a name", "ane do"],
    ["another case and no accents", "JANE"],
    ["the start of a name of two letters", "ja"],
    ["the whole address", "jane.doe@example.com"],
  ])("finds whom an event is about or who acted by %s", async (_, term) => {
    const { of, by, seen } = await watched();
    const jane = await person(of, { name: "Jané Doe", email: "jane.doe@example.com" });
    await failedLogin(jane);
    await failedLogin(await person(of, { name: "Mary", email: "mary.jane.doe@example.com" }));
    const edit = holding(by, "users.edit");
    const { email } = jane;
    const wanted = { name: "Jane Doe", email, role: "member", status: "active", teamIds: [] } as const;
    await editUser(edit, jane.id, { ...wanted, teamIds: [] }, { revision: 1, sendActivation: false });
    const found = await seen(asked({ person: term }));
    const about = found.filter(({ target }) => target?.email === email).map(({ event }) => event);
    expect(about).toEqual(["user.changed", "password.refused"]);
    if (term.includes("@")) expect(found).toHaveLength(2);
    expect(await seen(asked({ person: "nobody of that name" }))).toEqual([]);
    const acted = await seen(asked({ person: "ada archer", event: "user.changed" }));
    expect(acted).toHaveLength(1);
  });

  test("that more than a hundred people fit says so, and shows the events of a hundred", async () => {
    const { of, by } = await watched();
    for (let index = 0; index <= mostPeople; index += 1) await person(of, { name: `Many ${index}` });
    expect((await viewAudit(by, asked({ person: "many" }), null)).tooManyPeople).toBe(true);
    expect((await viewAudit(by, asked({ person: "many 1" }), null)).tooManyPeople).toBe(false);
    expect((await viewAudit(by, everything, null)).tooManyPeople).toBe(false);
  });

  test("takes % and _ for the characters that they are", async () => {
    const { seen } = await watched();
    expect(await seen(asked({ person: "a_a" }))).toEqual([]);
    expect(await seen(asked({ person: "%%%" }))).toEqual([]);
  });

  test("of days takes the first and the last of them in", async () => {
    const { of, seen } = await watched();
    const day = (date: string, time: string) => new Date(`${date}T${time}`);
    const moments = [
      day("2027-05-02", "23:59:59.999"),
      day("2027-05-03", "00:00:00.000"),
      day("2027-05-04", "23:59:59.999"),
      day("2027-05-05", "00:00:00.000"),
    ];
    for (const moment of moments) {
      at(moment);
      await recordEvent(database(), {
        event: "team.added",
        result: "success",
        organisationId: of.id,
        actorId: null,
      });
    }
    const found = await seen(asked({ event: "team.added", from: "2027-05-03", to: "2027-05-04" }));
    expect(found.map(({ at: moment }) => moment)).toEqual([moments[2], moments[1]]);
  });
});

describe("a page of the audit log", () => {
  test("goes on where the one before ended, both ways, also among events of one moment", async () => {
    at("2027-05-03T14:32:00.000Z");
    const { of, by } = await watched();
    pass(days(1));
    const many = Array.from({ length: 2 * pageSize + 7 }, (_, index) => ({
      event: "team.added" as const,
      result: "success" as const,
      organisationId: of.id,
      actorId: null,
      detail: { team: String(index) },
    }));
    await recordEvents(database(), many);
    const filter = asked({ event: "team.added" });
    const read: number[] = [];
    let page = await viewAudit(by, filter, null);
    expect(page.previous).toBeNull();
    for (;;) {
      read.push(...page.events.map(({ id }) => id));
      if (!page.next) break;
      page = await viewAudit(by, filter, page.next);
    }
    expect(read).toHaveLength(many.length);
    expect(read).toEqual([...new Set(read)].sort((one, other) => other - one));
    const back = await viewAudit(by, filter, page.previous);
    expect(back.events.map(({ id }) => id)).toEqual(read.slice(pageSize, 2 * pageSize));
  });
});

describe("the file of the audit log", () => {
  const columns = [
    { heading: "Who", cell: ({ target }: { target: { name: string } | null }) => target?.name ?? null },
  ];

  test("holds what the filter lets through, with nothing that a spreadsheet would run", async () => {
    const { of, by } = await watched();
    await failedLogin(await person(of, { name: '=HYPERLINK("http://evil")' }));
    const pieces = await downloadAudit(by, asked({ event: "password.refused" }), columns);
    let text = "";
    for await (const piece of pieces) text += piece;
    expect(text).toBe(`\uFEFF"Who"\r\n"'=HYPERLINK(""http://evil"")"\r\n`);
  });

  test("is known to the log before its first piece", async () => {
    const { by, seen } = await watched();
    await downloadAudit(by, asked({ person: "jane" }), columns);
    expect((await seen())[0]).toMatchObject({ event: "audit.exported", detail: { person: "jane" } });
  });
});

describe("one's own activity", () => {
  test("tells what happened to one's own account, whoever did it, and nothing of others", async () => {
    const { of, by } = await watched();
    const jane = await person(of);
    const { actor } = await logInByPassword(jane);
    await failedLogin(jane);
    await failedLogin(await person(of, { email: `${randomId()}@example.com` }));
    const wanted = { name: "Jane Roe", email: jane.email, role: "member", status: "active" } as const;
    const edit = holding(by, "users.edit");
    await editUser(edit, jane.id, { ...wanted, teamIds: [] }, { revision: 1, sendActivation: false });
    const activity = await listOwnActivity(actor);
    expect(activity.map(({ event }) => event)).toEqual([
      "user.changed",
      "password.refused",
      "login.completed",
      "password.accepted",
    ]);
    expect(activity[0]?.actor?.name).toBe("Ada Archer");
  });
});
