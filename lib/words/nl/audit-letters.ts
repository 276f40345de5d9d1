/** What each letter that waits in the queue is called, where one could not be delivered. */
import type { Words } from "../en.ts";

export const auditLetters: Words["audit"]["letters"] = {
  "email-changed-old": "E-mailadres gewijzigd",
  "help-request": "Hulp gevraagd bij de tweede stap",
  "method-off": "Een methode uitgezet",
  "method-on": "Een methode aangezet",
  "new-browser-login": "Nieuwe login",
  "password-changed": "Wachtwoord gewijzigd",
  "password-entered": "Wachtwoord ingevuld zonder de tweede stap",
  "password-reset": "Nieuw wachtwoord kiezen",
  "recovery-code-used": "Herstelcode gebruikt",
  "two-factor-changed": "Inloggen in twee stappen gewijzigd",
  "two-factor-off": "Inloggen in twee stappen uitgezet",
  "two-factor-on": "Inloggen in twee stappen aangezet",
  "two-factor-reset": "Inloggen in twee stappen teruggezet",
};
