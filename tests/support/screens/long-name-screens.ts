/** The screens that show names, with names as long as they may be and without a space to break at. */
import type { Page } from "@playwright/test";
import { longestName } from "@/lib/accounts/name";
import { asSomebody } from "../browser-session";
import { rows } from "../browser-world";
import { team } from "../staff";
import type { Screen } from "./screen";

/** A new name each time: no two organisations may have the same. */
const longName = () => crypto.randomUUID().replaceAll("-", "").padEnd(longestName, "W");

type Ids = { user: string; team: string };

/** A page for an Administrator who has such a name and address, as have the organisation and the team. */
const among =
  (pathOf: (ids: Ids) => string) =>
  async (page: Page): Promise<void> => {
    const email = `${crypto.randomUUID()}${"w".repeat(20)}@${"w".repeat(50)}.example.com`;
    const who = await asSomebody(page, { role: "administrator", name: longName(), email });
    await rows("update organisations set name = $1 where id = $2", longName(), who.organisationId);
    const of = { id: who.organisationId };
    const ids = { user: who.id, team: await team(of, longName(), [who]) };
    await team(of, "Team 2");
    await page.goto(pathOf(ids));
  };

export const longNameScreens: Screen[] = [
  { name: "home, long names", open: among(() => "/") },
  { name: "general settings, long names", open: among(() => "/administration/settings") },
  {
    name: "team, long names",
    open: among(({ team }) => `/administration/settings/teams/${team}`),
  },
  { name: "users, long names", open: among(() => "/administration/users") },
  { name: "add user, long names", open: among(() => "/administration/users/new") },
  {
    name: "edit user, long names",
    open: among(({ user }) => `/administration/users/${user}`),
  },
  { name: "audit log, long names", open: among(() => "/administration/audit") },
  { name: "profile, long names", open: among(() => "/my-settings") },
  { name: "two factor login, long names", open: among(() => "/my-settings/two-factor-login") },
  { name: "sessions, long names", open: among(() => "/my-settings/sessions") },
];
