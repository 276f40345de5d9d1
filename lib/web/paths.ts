/** Every page of the product by its address, in one place, and how a notice or a way back is put behind it. */

export const paths = {
  home: "/",
  updated: "/updated",
  login: "/login",
  verify: "/login/verify",
  verifyEmailCode: "/login/verify/email",
  verifyAuthenticator: "/login/verify/authenticator",
  verifyRecovery: "/login/verify/recovery",
  verifyHelp: "/login/verify/help",
  stepUp: "/step-up",
  verifyEmail: "/verify-email",
  emailConfirmed: "/verify-email/confirmed",
  forgottenPassword: "/forgotten-password",
  resetPassword: "/reset-password",
  settings: "/administration/settings",
  security: "/administration/settings/security",
  /** The questions before people are left without a second step, each with the methods that were chosen. */
  switchOff: (methods: string[]) => `/administration/settings/security?switch-off&methods=${methods.join()}`,
  methodLoss: (methods: string[]) => `/administration/settings/security?methods=${methods.join()}`,
  team: (id: string) => `/administration/settings/teams/${id}`,
  users: "/administration/users",
  /** The list as `view` filters and sorts it; see `viewParameters`. */
  usersShown: (view: Record<string, string>) => shown("/administration/users", view),
  usersFile: (view: Record<string, string>) => shown("/administration/users/download", view),
  resend: (view: Record<string, string>) => shown("/administration/users/resend", view),
  /** With the results that are asked for; see `resultParameters`. */
  resending: (id: string, results: Record<string, string> = {}) =>
    shown(`/administration/users/resend/${id}`, results),
  newUser: "/administration/users/new",
  /** With the page of the list that it leads back to; see `listParameters`. */
  user: (id: string, list: Record<string, string> = {}) => shown(`/administration/users/${id}`, list),
  resetTwoFactor: (id: string, list: Record<string, string> = {}) =>
    shown(`/administration/users/${id}/reset-two-factor`, list),
  audit: "/administration/audit",
  /** The log as `filter` lets it through; see `filterParameters`. */
  auditShown: (filter: Record<string, string>) => shown("/administration/audit", filter),
  auditFile: (filter: Record<string, string>) => shown("/administration/audit/download", filter),
  mySettings: "/my-settings",
  twoFactorLogin: "/my-settings/two-factor-login",
  enrolment: "/my-settings/two-factor-login/authenticator",
  authenticatorRemoval: "/my-settings/two-factor-login/remove",
  recoveryCodes: "/my-settings/two-factor-login/recovery-codes",
  recoveryCodesFile: "/my-settings/two-factor-login/recovery-codes/download",
  sessions: "/my-settings/sessions",
  logOut: "/log-out",
  health: "/api/health",
  mailbox: "/dev/mailbox",
} as const;

function shown(path: string, parameters: Record<string, string>): string {
  const query = new URLSearchParams(parameters).toString();
  return query ? `${path}?${query}` : path;
}

/** `path` with the place to come back to. */
export function returningTo(path: string, returnTo: string): string {
  return returnTo === paths.home ? path : `${path}?next=${encodeURIComponent(returnTo)}`;
}

/** `path` with the name of a notice that its page shows; with `returnTo`, also with the place to come back to. */
export function withNotice(path: string, notice: string, returnTo: string = paths.home): string {
  const back = returningTo(path, returnTo);
  return `${back}${back.includes("?") ? "&" : "?"}notice=${notice}`;
}

/**
 * `wish` if it is a page of this product, else home: never another host (`//evil`, `/\\evil`), never a scheme
 * (ASVS 5.0, 3.7.2). Control characters are refused, because browsers drop them and find a host behind; and what is
 * left once dots are taken out is judged, because `/.//evil` becomes `//evil`. Routes without a page would leave a login
 * at an error or at a file.
 */
export function safeReturn(wish: unknown): string {
  if (typeof wish !== "string" || wish.length > 2_000 || !isOwnPath(wish)) return paths.home;
  const base = "http://here";
  const url = URL.canParse(wish, base) ? new URL(wish, base) : undefined;
  return url?.origin === base && isOwnPath(url.pathname) && mayBePage(url.pathname)
    ? `${url.pathname}${url.search}`
    : paths.home;
}

const mayBePage = (path: string) => !/^\/(log-out|api)(\/|$)|\/download\/?$/.test(path);

const isOwnPath = (path: string) => /^\/(?![/\\])[^\\\p{Cc}]*$/u.test(path);
