/** The environment that every test runs in, whatever the shell around it has set: blank means not given. */
export const testEnvironment = {
  AUTH_SECRET: "tests-and-nothing-else-use-this-secret",
  AUTH_URL: "http://localhost:3000",
  // Two keys, so that whatever reads only the newest one is found out.
  ENCRYPTION_KEYS: `second:${Buffer.alloc(32, 2).toString("base64")},first:${Buffer.alloc(32, 1).toString("base64")}`,
  MAIL_FROM: "Twostep <twostep@example.com>",
  POSTGRES_URL: "",
  SMTP_URL: "",
};
