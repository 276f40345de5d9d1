/** The screens of logging in, in each of their states. */
import { givePassword, pressLogIn } from "../browser-test";
import { codeRunsOut, mailed } from "./mailed";
import { open, proving, type Screen, trouble } from "./screen";

export const loginScreens: Screen[] = [
  { name: "log in", open: open("/login") },
  { name: "log in, with a notice", open: open("/login?notice=logged-out") },
  {
    name: "log in, with nothing filled in",
    open: async (page) => {
      await page.goto("/login");
      await pressLogIn(page);
      await trouble(page);
    },
  },
  {
    name: "log in, refused",
    open: async (page) => {
      await givePassword(page, { email: "nobody@example.com", password: "quite the wrong one" });
      await trouble(page);
    },
  },
  { name: "select verification type", open: proving("/login/verify") },
  { name: "check your e-mail, sent", open: mailed() },
  { name: "check your e-mail, nothing sent", open: proving("/login/verify/email") },
  { name: "check your e-mail, undelivered", open: proving("/login/verify/email?problem=mail-refused") },
  { name: "check your e-mail, five digits", open: mailed("12345") },
  { name: "check your e-mail, wrong", open: mailed("000000") },
  { name: "check your e-mail, run out", open: mailed("000000", codeRunsOut) },
  { name: "enter the code from your app", open: proving("/login/verify/authenticator") },
  {
    name: "enter the code from your app, wrong",
    open: proving("/login/verify/authenticator", async (page) => {
      await page.getByLabel("Security code").fill("000000");
      await pressLogIn(page);
      await trouble(page);
    }),
  },
  { name: "use a recovery code", open: proving("/login/verify/recovery") },
  {
    name: "use a recovery code, malformed",
    open: proving("/login/verify/recovery", async (page) => {
      await page.getByLabel("Recovery code").fill("7K3M");
      await pressLogIn(page);
      await trouble(page);
    }),
  },
  { name: "I cannot get any code", open: proving("/login/verify/help") },
];
