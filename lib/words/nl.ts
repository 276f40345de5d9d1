/** Everything that a person reads, in Dutch. */
import type { Words } from "./en.ts";
import { accountLinks } from "./nl/account-links";
import { audit } from "./nl/audit";
import { developer } from "./nl/developer";
import { general } from "./nl/general";
import { letters } from "./nl/letters";
import { login } from "./nl/login";
import { mySettings } from "./nl/my-settings";
import { home, navigation } from "./nl/navigation";
import { resend } from "./nl/resend";
import { resetTwoFactor } from "./nl/reset-two-factor";
import { settings } from "./nl/settings";
import { theApp } from "./nl/the-app";
import { twoFactor } from "./nl/two-factor";
import { users } from "./nl/users";

export const nl: Words = {
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
