/** Home and my settings, in each of their states. */
import type { Page } from "@playwright/test";
import type { Wishes } from "../browser-session";
import { inside, press, type Screen, trouble } from "./screen";

const enable = (page: Page) =>
  press(page, "Enable").then(() => page.getByRole("img", { name: /^QR code/ }).waitFor());
const withoutAuthenticator: Wishes = { confirmed: false, emailMethodEnabled: false };

export const ownScreens: Screen[] = [
  { name: "home of a member", open: inside("/") },
  { name: "home, address not confirmed", open: inside("/", { confirmed: false }) },
  {
    name: "account menu",
    open: inside("/", {}, (page) => page.getByRole("button", { name: /Account menu/ }).click()),
  },
  { name: "confirm that it is you", open: inside("/step-up") },
  { name: "profile", open: inside("/my-settings") },
  { name: "profile, address not confirmed", open: inside("/my-settings", { confirmed: false }) },
  {
    name: "profile, invalid",
    open: inside("/my-settings", {}, async (page) => {
      await page.getByLabel("Name", { exact: true }).fill("");
      await press(page, "Save");
      await trouble(page);
    }),
  },
  { name: "two factor login, both methods", open: inside("/my-settings/two-factor-login") },
  {
    name: "two factor login, switched off",
    open: inside("/my-settings/two-factor-login", { switchedOn: false }),
  },
  {
    name: "enrolment",
    open: inside("/my-settings/two-factor-login", withoutAuthenticator, enable),
  },
  {
    name: "enrolment, wrong code",
    open: inside("/my-settings/two-factor-login", withoutAuthenticator, async (page) => {
      await enable(page);
      await page.getByLabel("Security code").fill("000000");
      await press(page, "Save");
      await trouble(page);
    }),
  },
  { name: "enrolment, run out", open: inside("/my-settings/two-factor-login/authenticator") },
  {
    name: "recovery codes",
    open: inside("/my-settings/two-factor-login", {}, async (page) => {
      await press(page, "New recovery codes");
      await page.getByRole("list", { name: "Recovery codes" }).waitFor();
    }),
  },
  {
    name: "recovery codes, gone",
    open: inside("/my-settings/two-factor-login/recovery-codes"),
  },
  { name: "remove the authenticator", open: inside("/my-settings/two-factor-login/remove") },
  { name: "sessions", open: inside("/my-settings/sessions") },
];
