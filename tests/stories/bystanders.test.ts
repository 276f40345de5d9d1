/** What is done to one account leaves everybody else's as it was, and so does it what is shown of theirs. */
import { type RawBuilder, sql } from "kysely";
import { expect, test } from "vitest";
import { changePassword } from "@/lib/accounts/change-password";
import { changeProfile } from "@/lib/accounts/change-profile";
import { confirmEmail } from "@/lib/accounts/confirm-email";
import { forgetOwnBrowser } from "@/lib/accounts/forget-browser";
import { listOwnBrowsers } from "@/lib/accounts/list-browsers";
import { sendPasswordReset } from "@/lib/accounts/request-password-reset";
import { resetPassword } from "@/lib/accounts/reset-password";
import { readEventFilter } from "@/lib/audit/event-view";
import { database } from "@/lib/database/connection";
import { randomId } from "@/lib/kernel/random";
import { completeLogin } from "@/lib/login/complete-login";
import { startStepUp } from "@/lib/login/start-step-up";
import { addUser } from "@/lib/organisations/add-user";
import { previewSending } from "@/lib/organisations/describe-sending";
import { describeAdoption, describeSettings } from "@/lib/organisations/describe-settings";
import { describeTeams } from "@/lib/organisations/describe-teams";
import { describeTeamsToChoose, describeUser } from "@/lib/organisations/describe-user";
import { editSettings } from "@/lib/organisations/edit-settings";
import { addTeam, deleteTeam, renameTeam } from "@/lib/organisations/edit-teams";
import { editUser } from "@/lib/organisations/edit-user";
import { endUserSessions } from "@/lib/organisations/end-user-sessions";
import { listUsers } from "@/lib/organisations/list-users";
import { resendConfirmations } from "@/lib/organisations/resend-confirmations";
import { resetTwoFactor } from "@/lib/organisations/reset-two-factor";
import type { UserFields } from "@/lib/organisations/user-change";
import { readView } from "@/lib/organisations/user-view";
import { viewAudit } from "@/lib/organisations/view-audit";
import type { FreshActor } from "@/lib/sessions/actor";
import { endOtherSessions, endOwnSession, logOut } from "@/lib/sessions/end-sessions";
import { listOwnSessions } from "@/lib/sessions/list-sessions";
import { listOwnActivity } from "@/lib/sessions/own-activity";
import { beginEnrolment, cancelEnrolment, showEnrolment } from "@/lib/two-factor/begin-enrolment";
import { cancelPendingLogin } from "@/lib/two-factor/cancel-pending-login";
import {
  changeEmailMethod,
  changePreferredMethod,
  removeAuthenticator,
} from "@/lib/two-factor/change-methods";
import { confirmEnrolment } from "@/lib/two-factor/confirm-enrolment";
import { describeMethods, hasSavedRecoveryCodes } from "@/lib/two-factor/describe-methods";
import { describePendingLogin } from "@/lib/two-factor/describe-pending-login";
import { issueChallenge } from "@/lib/two-factor/issue-challenge";
import {
  confirmSavedCodes,
  renewRecoveryCodes,
  showNewBatch,
  showRecoveryCodes,
} from "@/lib/two-factor/make-recovery-codes";
import { codeOf, secretShown } from "../support/enrolments";
import { codeFor } from "../support/mailbox";
import { deliverPost, tokenFor } from "../support/post";
import { holding, logInByPassword, team } from "../support/staff";
import {
  appCode,
  giveCode,
  givePassword,
  nothingBegun,
  organisation,
  type Person,
  person,
  setOrganisation,
  somewhere,
} from "../support/world";

/** Somebody of whom there is a row in every table that is about one user. */
async function busyPerson(of: { id: string }) {
  const who = await person(of, { authenticator: true });
  const { actor } = await logInByPassword(who);
  expect((await renewRecoveryCodes(actor)).ok).toBe(true);
  expect((await beginEnrolment(actor)).ok).toBe(true);
  const { actor: elsewhere } = await logInByPassword(who);
  await sendPasswordReset({ userId: who.id });
  const resetToken = tokenFor(who.email);
  const waiting = await givePassword(who, null, somewhere());
  expect((await issueChallenge(waiting, { resend: false, visitor: somewhere() })).ok).toBe(true);
  return { who, actor, elsewhere, resetToken, waiting, code: codeFor(who.email) };
}

const tablesOfAPerson = [
  "authenticator_enrolments",
  "authenticators",
  "challenges",
  "email_tokens",
  "known_browsers",
  "organisations",
  "pending_logins",
  "recovery_code_reveals",
  "recovery_codes",
  "sessions",
  "team_members",
  "teams",
  "users",
];

type Busy = Awaited<ReturnType<typeof busyPerson>>;

/** The rows of every table about the users `ids`, and about the organisation `of`, as the database writes them. */
async function everythingAbout(ids: string[], of?: string): Promise<string[]> {
  const about = of ? [...ids, of] : ids;
  const tables = await sql<{ name: string; owner: string }>`
    select table_name as name, case when table_name in ('organisations', 'users') then 'id'
      when bool_or(column_name = 'user_id') then 'user_id' else 'organisation_id' end as owner
    from information_schema.columns
    where table_schema = 'public' and table_name <> 'audit_events'
      and (column_name in ('user_id', 'organisation_id') or table_name = 'organisations')
    group by table_name order by table_name`.execute(database());
  const texts: string[] = [];
  const read = async (name: string, rows: RawBuilder<{ text: string }>) =>
    texts.push(...(await rows.execute(database())).rows.map(({ text }) => `${name} ${text}`));
  for (const { name, owner } of tables.rows) {
    await read(
      name,
      sql`select each::text as text from ${sql.table(name)} each
        where ${sql.ref(owner)}::text = any(${about}) order by 1`,
    );
  }
  await read(
    "challenges",
    sql`select each::text as text from challenges each join pending_logins on pending_logins.id = pending_login_id
      where user_id::text = any(${ids}) order by 1`,
  );
  return texts;
}

const chosen = "seven otters cross the river";

/** What somebody does to their own account. */
const byThemselves: Record<string, (busy: Busy) => Promise<unknown>> = {
  "another password": ({ who, actor }) => changePassword(actor, who.password, chosen),
  "a reset password": ({ resetToken }) => resetPassword(resetToken, chosen, somewhere()),
  "another name": ({ actor }) => changeProfile(actor, { name: "Jo Doe", language: "de" }),
  "a forgotten browser": async ({ actor }) =>
    forgetOwnBrowser(actor, (await listOwnBrowsers(actor))[0]?.id ?? ""),
  "another authenticator": async ({ actor }) => confirmEnrolment(actor, codeOf(await secretShown(actor))),
  "a cancelled enrolment": ({ actor }) => cancelEnrolment(actor),
  "a removed authenticator": ({ actor }) => removeAuthenticator(actor),
  "turning codes by e-mail off": ({ actor }) => changeEmailMethod(actor, false),
  "a preferred method": ({ actor }) => changePreferredMethod(actor, "authenticator"),
  "a new set of recovery codes": ({ actor }) => renewRecoveryCodes(actor),
  "saving recovery codes": async ({ actor }) =>
    confirmSavedCodes(actor, (await showNewBatch(actor))?.madeAt ?? new Date(0)),
  "the end of a session": ({ actor, elsewhere }) => endOwnSession(actor, elsewhere.sessionId),
  "the end of all other sessions": ({ actor }) => endOtherSessions(actor),
  "logging out": ({ actor }) => logOut(actor),
  "a step-up": ({ who, actor }) => startStepUp(actor, who.password, nothingBegun),
  "a resent code": ({ waiting }) => issueChallenge(waiting, { resend: true, visitor: somewhere() }),
  "a login by e-mail": ({ waiting, code }) => giveCode(waiting, "email", code, somewhere()),
  "a login by authenticator": ({ who, waiting }) =>
    giveCode(waiting, "authenticator", appCode(who), somewhere()),
  "a wrong code": async ({ waiting }) => {
    const answered = await completeLogin(waiting, "authenticator", "000000", somewhere());
    expect(answered).toMatchObject({ ok: false, code: "wrong" });
  },
  "a cancelled login": ({ waiting }) => cancelPendingLogin(waiting, somewhere()),
};

/** What an administrator does to a user, a team or the organisation. */
const byAdministrator: Record<string, (by: FreshActor, about: Person, teamId: string) => Promise<unknown>> = {
  "a changed user": (by, about, teamId) =>
    change(by, about, { name: "Jo Doe", email: `new-${about.email}`, role: "manager", teamIds: [teamId] }),
  "a deactivated user": (by, about) => change(by, about, { status: "deactivated" }),
  "an end of sessions": (by, { id }) => endUserSessions(holding(by, "users.edit"), id),
  "a reset second step": (by, { id }) =>
    resetTwoFactor(holding(by, "users.reset-two-factor"), id, "Called back"),
  "a change of the settings": (by) =>
    editSettings(holding(by, "settings.edit"), { language: "nl" }, { revision: 1 }),
  "a new user": (by, about) =>
    addUser(holding(by, "users.invite"), as(about, { email: `new-${about.email}` }), {
      sendActivation: true,
    }),
  "a new team": (by) => addTeam(holding(by, "settings.edit"), "South"),
  "a renamed team": (by, _, teamId) => renameTeam(holding(by, "settings.edit"), teamId, "South"),
  "a deleted team": (by, _, teamId) => deleteTeam(holding(by, "settings.edit"), teamId),
  "a sending": async (by) => {
    const newcomer = await person({ id: by.organisationId }, { confirmed: false });
    const sending = { sendingId: randomId(), seenAt: new Date() };
    const started = await resendConfirmations(holding(by, "users.invite"), readView({}).filter, sending);
    await deliverPost();
    expect((await confirmEmail(tokenFor(newcomer.email), null, somewhere())).ok).toBe(true);
    return started;
  },
};

const as = ({ name, email }: Person, wish: Partial<UserFields>): UserFields => ({
  ...{ name, email, role: "member", status: "active", teamIds: [] },
  ...wish,
});

const change = (by: FreshActor, about: Person, wish: Partial<UserFields>) =>
  editUser(holding(by, "users.edit"), about.id, as(about, wish), { revision: 1, sendActivation: true });

/** A colleague, and a stranger in an organisation of their own, both in the tables before anybody else. */
async function bystanders() {
  const elsewhere = await organisation();
  const { who: stranger } = await busyPerson(elsewhere);
  await team(elsewhere, "West", [stranger]);
  await setOrganisation(stranger, { name: "Elsewhere", two_factor_enabled: false });
  const of = await organisation();
  const { who: colleague } = await busyPerson(of);
  await team(of, "East", [colleague]);
  const everything = async () => [
    ...(await everythingAbout([stranger.id], elsewhere.id)),
    // A sending lists whom it leaves out, too.
    ...(await everythingAbout([colleague.id])).filter((row) => !row.startsWith("resend_recipients")),
  ];
  return { of, everything };
}

const acts: [string, (busy: Busy, by: FreshActor, teamId: string) => Promise<unknown>][] = [
  ...Object.entries(byThemselves),
  ...Object.entries(byAdministrator).map(([name, act]): (typeof acts)[number] => [
    `${name}, by an administrator,`,
    ({ who }, by, teamId) => act(by, who, teamId),
  ]),
];

test.each(acts)(
  "%s changes nothing about a colleague, and nothing in another organisation",
  async (_, act) => {
    const { of, everything } = await bystanders();
    const busy = await busyPerson(of);
    const { actor: by } = await logInByPassword(await person(of, { role: "administrator" }));
    const teamId = await team(of, "North", [busy.who]);
    await deliverPost();
    const before = await everything();
    expect(new Set(before.map((row) => row.split(" ")[0]))).toEqual(new Set(tablesOfAPerson));
    const done = await act(busy, by, teamId);
    expect(done).not.toMatchObject({ ok: false });
    await deliverPost();
    expect(await everything()).toEqual(before);
  },
);

test("a change of the language alone leaves one's own name, not that of somebody else", async () => {
  const { of } = await bystanders();
  const { who, actor } = await busyPerson(of);
  await database().updateTable("users").set({ name: "Ada Archer" }).where("id", "=", who.id).execute();
  expect((await changeProfile(actor, { language: "de" })).ok).toBe(true);
  const { name } = await database()
    .selectFrom("users")
    .select("name")
    .where("id", "=", who.id)
    .executeTakeFirstOrThrow();
  expect(name).toBe("Ada Archer");
});

/** All that a user is shown of their own account, and an administrator of it and of a newcomer's. */
const shownOf = async ({ who, actor, waiting }: Busy, newcomer: Person, by: FreshActor) => ({
  methods: await describeMethods(who.id),
  areCodesSaved: await hasSavedRecoveryCodes(who.id),
  sessions: await listOwnSessions(actor),
  browsers: await listOwnBrowsers(actor),
  activity: await listOwnActivity(actor),
  login: await describePendingLogin(waiting),
  enrolment: await showEnrolment(actor),
  codes: await showRecoveryCodes(actor),
  user: await describeUser(holding(by, "users.edit"), who.id),
  newcomer: await describeUser(holding(by, "users.edit"), newcomer.id),
});

/** All that an administrator is shown of the organisation. */
const shownTo = async (by: FreshActor) => ({
  settings: await describeSettings(holding(by, "settings.view")),
  adoption: await describeAdoption(holding(by, "settings.view")),
  teams: await describeTeams(holding(by, "settings.view")),
  teamsToChoose: await describeTeamsToChoose(holding(by, "users.invite")),
  users: await listUsers(holding(by, "users.view"), readView({}), null),
  sending: await previewSending(holding(by, "users.invite"), readView({}).filter, new Date(0)),
  log: await viewAudit(holding(by, "audit.view"), readEventFilter({}), null),
});

test("what is shown of an account and of an organisation stays as it is while others are busy", async () => {
  const of = await organisation();
  const busy = await busyPerson(of);
  const newcomer = await person(of, { confirmed: false });
  const { actor: by } = await logInByPassword(await person(of, { role: "administrator" }));
  const teamId = await team(of, "North");
  await deliverPost();
  const account = await shownOf(busy, newcomer, by);
  const whole = await shownTo(by);

  for (const [what, act] of Object.entries(byAdministrator)) {
    const elsewhere = await organisation();
    const { actor: stranger } = await logInByPassword(await person(elsewhere, { role: "administrator" }));
    const { who } = await busyPerson(elsewhere);
    await act(stranger, who, await team(elsewhere, "West", [who]));
    await deliverPost();
    expect(await shownTo(by), what).toEqual(whole);
  }
  for (const what of ["a changed user", "a deactivated user", "a reset second step", "a new user"]) {
    const { who } = await busyPerson(of);
    await byAdministrator[what]?.(by, who, teamId);
    expect(await shownOf(busy, newcomer, by), what).toEqual(account);
    await deliverPost();
    await refuseLetterTo(who);
    expect(await shownOf(busy, newcomer, by), `${what}, and its letter`).toEqual(account);
  }
});

/** As when the mail server has refused a confirmation e-mail to `who`. */
async function refuseLetterTo({ id, email, organisationId }: Person): Promise<void> {
  await database()
    .insertInto("audit_events")
    .values({
      ...{ occurred_at: new Date(), organisation_id: organisationId, target_id: id },
      ...{ event: "activation.undelivered", result: "failure", detail: JSON.stringify({ email }) },
    })
    .execute();
}
