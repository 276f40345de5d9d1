/** What each letter that waits in the queue is called, where one could not be delivered. */

export const auditLetters = {
  "email-changed-old": "E-mail address changed",
  "help-request": "Call for help with the second step",
  "method-off": "A method turned off",
  "method-on": "A method turned on",
  "new-browser-login": "New login",
  "password-changed": "Password changed",
  "password-entered": "Password entered without the second step",
  "password-reset": "Choose a new password",
  "recovery-code-used": "Recovery code used",
  "two-factor-changed": "Two-factor login changed",
  "two-factor-off": "Two-factor login off",
  "two-factor-on": "Two-factor login on",
  "two-factor-reset": "Two-factor login reset",
};
