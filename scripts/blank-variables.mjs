/**
 * Everything that the product reads of its environment, blank, which means: not given. For whatever must not find a real
 * database or mail server, be it in the shell or in an .env file: Next and the scripts read those, but keep what is set.
 */
export const blankVariables = Object.fromEntries(
  [
    ...["POSTGRES_URL", "REDIS_URL", "SMTP_URL", "MAIL_FROM", "AUTH_URL", "AUTH_SECRET", "ENCRYPTION_KEYS"],
    ...["TRUSTED_PROXIES", "MAX_REQUESTS", "WORKER", "CRON_SECRET"],
  ].map((name) => [name, ""]),
);
