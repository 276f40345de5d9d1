/** The facts that decide on somebody's second step, read alike wherever two-factor login judges them (`standingOf`). */

/** For every statement that joins `users`, `organisations` and, where there is one, `authenticators`. */
export const standingFacts = [
  "organisations.two_factor_enabled as switchedOn",
  "organisations.allowed_methods as allowedMethods",
  "users.email_confirmed_at as emailConfirmedAt",
  "users.email_method_enabled as emailMethodEnabled",
  "authenticators.failures_in_a_row as authenticatorFailures",
] as const;
