/** Everything that a person reads, in English; the other languages must have the same sentences to compile. */
import { accountLinks } from "./en/account-links";
import { audit } from "./en/audit";
import { developer } from "./en/developer";
import { general } from "./en/general";
import { letters } from "./en/letters";
import { login } from "./en/login";
import { mySettings } from "./en/my-settings";
import { home, navigation } from "./en/navigation";
import { resend } from "./en/resend";
import { resetTwoFactor } from "./en/reset-two-factor";
import { settings } from "./en/settings";
import { theApp } from "./en/the-app";
import { twoFactor } from "./en/two-factor";
import { users } from "./en/users";

export const en = {
  general,
  navigation,
  home,
  login,
  accountLinks,
  twoFactor,
  mySettings,
  users,
  resend,
  resetTwoFactor,
  settings,
  audit,
  theApp,
  letters,
  developer,
};

/** Every sentence of the product; those with something to fill in are functions. */
export type Words = typeof en;
