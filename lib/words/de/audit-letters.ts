/** What each letter that waits in the queue is called, where one could not be delivered. */
import type { Words } from "../en.ts";

export const auditLetters: Words["audit"]["letters"] = {
  "email-changed-old": "E-Mail-Adresse geändert",
  "help-request": "Bitte um Hilfe mit dem zweiten Schritt",
  "method-off": "Eine Methode ausgeschaltet",
  "method-on": "Eine Methode eingeschaltet",
  "new-browser-login": "Neue Anmeldung",
  "password-changed": "Passwort geändert",
  "password-entered": "Passwort ohne den zweiten Schritt eingegeben",
  "password-reset": "Neues Passwort wählen",
  "recovery-code-used": "Wiederherstellungscode verwendet",
  "two-factor-changed": "Anmeldung in zwei Schritten geändert",
  "two-factor-off": "Anmeldung in zwei Schritten ausgeschaltet",
  "two-factor-on": "Anmeldung in zwei Schritten eingeschaltet",
  "two-factor-reset": "Anmeldung in zwei Schritten zurückgesetzt",
};
