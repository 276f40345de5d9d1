/** Sentences of the page on which an administrator resets somebody's second step. */
import type { Words } from "../en.ts";

export const resetTwoFactor: Words["resetTwoFactor"] = {
  link: "Anmeldung in zwei Schritten zurücksetzen",
  title: "Anmeldung in zwei Schritten zurücksetzen",
  of: (name, email) => `${name}, ${email}`,
  back: (name) => name,
  check: {
    title: "Prüfen Sie zuerst, ob es wirklich diese Person ist",
    text: "Wer fragt, hat vielleicht das Passwort und das Postfach gestohlen und braucht nur noch Sie.",
    steps: [
      "Rufen Sie unter einer Nummer zurück, die Sie schon kannten, oder sprechen Sie persönlich. Trauen Sie weder einer E-Mail noch einer Nummer, die mit der Anfrage kam.",
      "Fragen Sie etwas, das nur diese Person wissen kann, oder lassen Sie es die Teamleitung bestätigen.",
      "Fragen Sie, ob ein Wiederherstellungscode zur Hand ist: Dann muss nichts zurückgesetzt werden.",
    ],
  },
  happens: {
    title: "Was geschieht",
    authenticator: (name) =>
      `Der Authenticator und die Wiederherstellungscodes von ${name} gelten sofort nicht mehr.`,
    email: {
      on: "Codes per E-Mail sind eingeschaltet.",
      "not-confirmed": "Codes per E-Mail sind eingeschaltet, sobald die Adresse bestätigt ist.",
    },
    sessions: "Alle Sitzungen werden beendet, und die Person erhält eine E-Mail darüber.",
    lostMailbox:
      "Ist auch das Postfach verloren, ändern Sie zuerst die Adresse und lassen Sie die neue bestätigen: Sonst gehen Codes dorthin, wo sie niemand liest.",
    changeAddress: "Adresse ändern",
  },
  reason: "Grund",
  reasonHint:
    "Wie Sie sich vergewissert haben, dass es diese Person ist, für das Protokoll. Schreiben Sie keine Geheimnisse auf.",
  reasonMissing:
    "Schreiben Sie mit 10 bis 500 Zeichen auf, wie Sie sich vergewissert haben, dass es diese Person ist.",
  proveHint: "Um zurückzusetzen, bestätigen Sie zuerst, dass Sie es sind.",
  notFresh:
    "Bestätigen Sie zuerst, dass Sie es sind: Sie haben sich vor mehr als 10 Minuten angemeldet. Es ist noch nichts zurückgesetzt.",
  ownStepHint:
    "Richten Sie zuerst einen eigenen zweiten Schritt ein: Niemand setzt den von anderen nur mit dem Passwort zurück.",
  ownStepLink: "Meinen zweiten Schritt einrichten",
  ownStepMissing:
    "Sie haben sich nur mit dem Passwort angemeldet. Richten Sie zuerst einen eigenen zweiten Schritt ein. Noch ist nichts zurückgesetzt.",
  submit: "Anmeldung in zwei Schritten zurücksetzen",
  cancel: "Abbrechen",
  done: "Die Anmeldung in zwei Schritten ist zurückgesetzt. Alle Sitzungen dieses Benutzers sind beendet, und eine E-Mail informiert darüber.",
  nothingLeft:
    "Es war nichts mehr zurückzusetzen: Dieser Benutzer hat keinen Authenticator, keine Wiederherstellungscodes und keine Sitzung. Es wurde keine weitere E-Mail gesendet.",
};
