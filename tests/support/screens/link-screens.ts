/** The screens behind mailed links, and those that lead nowhere. */
import { asSomebody } from "../browser-session";
import { linked } from "./mailed";
import { open, press, type Screen } from "./screen";

const reset = linked("/forgotten-password", {}, "Send a link");

export const linkScreens: Screen[] = [
  { name: "forgotten password", open: open("/forgotten-password") },
  { name: "new password", open: reset },
  {
    name: "new password, set where somebody else is logged in",
    open: async (page) => {
      await reset(page);
      await asSomebody(page);
      await page.getByLabel("New password").fill("seven otters cross the river");
      await press(page, "Change password");
      await page.getByText("is logged in here").waitFor();
    },
  },
  { name: "new password, unknown link", open: open("/reset-password?token=unknown") },
  {
    name: "confirm the address and choose a password",
    open: linked(
      "/verify-email?token=unknown",
      { confirmed: false, withoutPassword: true },
      "Send a new link",
    ),
  },
  { name: "confirm the address, unknown link", open: open("/verify-email?token=unknown") },
  { name: "address confirmed", open: open("/verify-email/confirmed") },
  {
    name: "address confirmed, the former password stays",
    open: open("/verify-email/confirmed?notice=password-stays"),
  },
  { name: "page not found", open: open("/nowhere") },
  { name: "offline", open: open("/offline") },
];
