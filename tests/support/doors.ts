/**
 * Every door of the product and whom it opens for: pages, routes and server actions. A test compares this table with the
 * files, so that no door stands outside of it; others knock at each of them as everybody.
 */
import type { Permission } from "@/lib/organisations/permission";

export type Access =
  | "anyone"
  /** Who has given the right password, and is told nothing and can do nothing without it. */
  | "pending login"
  | "signed in"
  /** With a proof at most ten minutes old. */
  | "signed in, fresh"
  | Permission
  | `${Permission}, fresh`
  /** There in demo and dev; in production nobody finds it. */
  | "not in production"
  /** A platform's cron with its secret; nobody finds it without. */
  | "cron";

/** By path; `[id]` stands for a user or a team, `[job]` for a sending. */
export const pages: Record<string, Access> = {
  "/": "signed in",
  "/login": "anyone",
  "/login/verify": "pending login",
  "/login/verify/authenticator": "pending login",
  "/login/verify/email": "pending login",
  "/login/verify/help": "pending login",
  "/login/verify/recovery": "pending login",
  "/step-up": "signed in",
  "/forgotten-password": "anyone",
  "/reset-password": "anyone",
  "/verify-email": "anyone",
  "/verify-email/confirmed": "anyone",
  "/offline": "anyone",
  "/updated": "anyone",
  "/administration/audit": "audit.view",
  "/administration/settings": "settings.view",
  "/administration/settings/security": "settings.view",
  "/administration/settings/teams/[id]": "settings.edit",
  "/administration/users": "users.view",
  "/administration/users/[id]": "users.edit",
  "/administration/users/[id]/reset-two-factor": "users.reset-two-factor",
  "/administration/users/new": "users.invite",
  "/administration/users/resend": "users.invite",
  "/administration/users/resend/[job]": "users.invite",
  "/my-settings": "signed in",
  "/my-settings/sessions": "signed in",
  "/my-settings/two-factor-login": "signed in",
  "/my-settings/two-factor-login/authenticator": "signed in",
  "/my-settings/two-factor-login/recovery-codes": "signed in",
  "/my-settings/two-factor-login/remove": "signed in, fresh",
  "/dev/mailbox": "not in production",
  "/dev/ui": "not in production",
  "/dev/ui/signed-out": "not in production",
};

/** By method and path. */
export const routes: Record<string, Access> = {
  "GET /administration/audit/download": "audit.view, fresh",
  "GET /administration/users/download": "users.view, fresh",
  "GET /my-settings/two-factor-login/recovery-codes/download": "signed in",
  "GET /log-out": "anyone",
  // Whose session has ended already is logged out, too.
  "POST /log-out": "anyone",
  "GET /api/auth/[...nextauth]": "anyone",
  "POST /api/auth/[...nextauth]": "anyone",
  "GET /.well-known/change-password": "anyone",
  "GET /api/health": "anyone",
  "GET /api/jobs": "cron",
  "GET /dev/mailbox.json": "not in production",
};

/** By the page that the action's file lies with, and its name. */
export const actions: Record<string, Access> = {
  "/ sendActivationAction": "signed in",
  "/login logInAction": "anyone",
  "/login/verify cancelAction": "pending login",
  "/login/verify chooseMethodAction": "pending login",
  "/login/verify continueAction": "pending login",
  "/login/verify logInAgainAction": "pending login",
  "/login/verify/authenticator authenticatorCodeAction": "pending login",
  "/login/verify/email emailCodeAction": "pending login",
  "/login/verify/help askForHelpAction": "pending login",
  "/login/verify/recovery recoveryCodeAction": "pending login",
  "/step-up stepUpAction": "signed in",
  "/forgotten-password forgottenPasswordAction": "anyone",
  "/reset-password resetPasswordAction": "anyone",
  "/verify-email confirmEmailAction": "anyone",
  "/verify-email sendNewLinkAction": "anyone",
  "/administration/settings saveGeneralAction": "settings.edit, fresh",
  "/administration/settings/security loseMethodsAction": "settings.edit, fresh",
  "/administration/settings/security saveSecurityAction": "settings.edit, fresh",
  "/administration/settings/security switchOffAction": "settings.edit, fresh",
  "/administration/settings/teams addTeamAction": "settings.edit",
  "/administration/settings/teams deleteTeamAction": "settings.edit",
  "/administration/settings/teams renameTeamAction": "settings.edit",
  "/administration/users/[id] editUserAction": "users.edit",
  "/administration/users/[id] endSessionsAction": "users.edit, fresh",
  "/administration/users/[id]/reset-two-factor resetTwoFactorAction": "users.reset-two-factor, fresh",
  "/administration/users/new addUserAction": "users.invite",
  "/administration/users/resend resendAction": "users.invite",
  "/administration/users/resend/[job] tryAgainAction": "users.invite",
  "/my-settings changePasswordAction": "signed in, fresh",
  "/my-settings changeProfileAction": "signed in",
  "/my-settings/sessions endOtherSessionsAction": "signed in, fresh",
  "/my-settings/sessions endSessionAction": "signed in, fresh",
  "/my-settings/two-factor-login beginEnrolmentAction": "signed in, fresh",
  "/my-settings/two-factor-login choosePreferredAction": "signed in",
  "/my-settings/two-factor-login forgetBrowserAction": "signed in, fresh",
  "/my-settings/two-factor-login renewRecoveryCodesAction": "signed in, fresh",
  "/my-settings/two-factor-login sendEmailAgainAction": "signed in",
  "/my-settings/two-factor-login turnEmailOffAction": "signed in, fresh",
  "/my-settings/two-factor-login turnEmailOnAction": "signed in, fresh",
  // Beginning asked for the fresh proof; the code shows that the app has the secret.
  "/my-settings/two-factor-login/authenticator cancelEnrolmentAction": "signed in",
  "/my-settings/two-factor-login/authenticator confirmEnrolmentAction": "signed in",
  "/my-settings/two-factor-login/recovery-codes codesSavedAction": "signed in",
  "/my-settings/two-factor-login/remove removeAuthenticatorAction": "signed in, fresh",
  "/dev/ui sampleAction": "not in production",
};

/** The permission in `access`, if it asks for one, and whether the proof must be fresh. */
export function permissionIn(access: Access): { permission: Permission | undefined; fresh: boolean } {
  const [who = "", fresh] = access.split(", ");
  return { permission: who.includes(".") ? (who as Permission) : undefined, fresh: fresh !== undefined };
}
