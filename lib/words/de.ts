/** Everything that a person reads, in German. */
import { accountLinks } from "./de/account-links";
import { audit } from "./de/audit";
import { developer } from "./de/developer";
import { general } from "./de/general";
import { letters } from "./de/letters";
import { login } from "./de/login";
import { mySettings } from "./de/my-settings";
import { home, navigation } from "./de/navigation";
import { resend } from "./de/resend";
import { resetTwoFactor } from "./de/reset-two-factor";
import { settings } from "./de/settings";
import { theApp } from "./de/the-app";
import { twoFactor } from "./de/two-factor";
import { users } from "./de/users";
import type { Words } from "./en.ts";

export const de: Words = {
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
