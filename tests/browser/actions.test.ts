/** The forms of every page, posted by those who cannot see the page: nobody gets further by knowing what it would send. */
import { expect, test } from "@playwright/test";
import { rows } from "../support/browser-world";
import { type Access, pages } from "../support/doors";
import { formsIn, type HtmlForm } from "../support/html-forms";
import { addressOf, expectedAnswer, knock, knockers, meaningOf, twoOrganisations } from "../support/knock";

/** Who cannot see the page of `path`, and what they are told for their pains. */
function strangersTo(path: string, access: Access) {
  return knockers
    .map((knocker) => [knocker, expectedAnswer(path, access, knocker)] as const)
    .filter(([, told]) => told === "to the login" || told === "not found");
}

const guarded = Object.entries(pages).filter(
  ([, access]) => !["anyone", "pending login", "not in production"].includes(access),
);

/** Where there is a form whatever the state: a test that posts nothing would prove nothing. */
const withForms = [
  "/administration/settings",
  "/administration/settings/security",
  "/administration/settings/teams/[id]",
  "/administration/users/[id]",
  "/administration/users/[id]/reset-two-factor",
  "/administration/users/new",
  "/my-settings",
  "/my-settings/two-factor-login",
];

for (const [path, access] of guarded) {
  test(`the forms of ${path} do nothing for whom the page is not @javascript`, async () => {
    const { ids, sessions } = await twoOrganisations();
    const asked = addressOf(path, ids);
    const html = await (await knock(asked, { session: sessions.administrator })).text();
    const forms = formsIn(html).filter(({ action }) => !action.includes("log-out"));
    if (withForms.includes(path)) expect(forms.length).toBeGreaterThan(0);
    const before = await stateAround(ids.user);
    for (const [knocker, told] of strangersTo(path, access)) {
      for (const form of forms) {
        const session = sessions[knocker];
        const answer = await knock(form.action || asked, { method: "POST", session, body: filledIn(form) });
        expect([knocker, form.fields, meaningOf(answer)]).toEqual([knocker, form.fields, told]);
      }
    }
    expect(await stateAround(ids.user)).toEqual(before);
  });
}

/** Whoever means harm does not say that the form is another's: that alone would have it refused. */
function filledIn({ hidden, fields }: HtmlForm): FormData {
  const data = new FormData();
  for (const [name, value] of hidden) if (name !== "whose") data.append(name, value);
  for (const name of fields) data.append(name, "Changed by a stranger");
  return data;
}

/** All that a form could change about the organisation of the user `id`. */
async function stateAround(id: string): Promise<unknown[]> {
  return rows(
    `with here as (select organisation_id as id from users where id = $1)
      select 'organisation' as what, o::text as state from organisations o, here where o.id = here.id
      union all select 'user', u::text from users u, here where u.organisation_id = here.id
      union all select 'team', t::text from teams t, here where t.organisation_id = here.id
      union all select 'member', m::text from team_members m join teams t on t.id = m.team_id, here
        where t.organisation_id = here.id
      union all select 'authenticator', a::text from authenticators a join users u on u.id = a.user_id, here
        where u.organisation_id = here.id
      union all select 'sending', j::text from resend_jobs j, here where j.organisation_id = here.id
      order by what, state`,
    id,
  );
}
