/** Sentences of My settings: profile, password and sessions. Those of Two Factor Login have a file of their own. */
import type { Words } from "../en.ts";

export const mySettings: Words["mySettings"] = {
  title: "Meine Einstellungen",
  profile: {
    title: "Profil",
    details: "Ihre Angaben",
    email: "E-Mail-Adresse",
    emailHint: "Ein Administrator kann sie ändern.",
    emailChange: "Unter „Benutzer“ ändern",
    name: "Name",
    nameMissing: "Geben Sie Ihren Namen ein, mit höchstens 100 Zeichen.",
    language: "Sprache",
    languageHint: "Solange Sie keine wählen: die Ihrer Organisation, sonst die Ihres Browsers.",
    languageNotChosen: "Nicht gewählt",
    languageMissing: "Wählen Sie eine Sprache aus der Liste.",
    submit: "Speichern",
    saved: "Ihre Angaben sind gespeichert.",
  },
  password: {
    title: "Passwort ändern",
    description: "Hier bleiben Sie angemeldet; alle Ihre anderen Sitzungen werden beendet.",
    current: "Aktuelles Passwort",
    currentMissing: "Geben Sie Ihr aktuelles Passwort ein.",
    currentWrong: "Das ist nicht Ihr aktuelles Passwort.",
    justChanged: (time) =>
      `Ihr Passwort wurde um ${time} geändert, und das ist nicht das neue. Wenn Sie es eben selbst geändert haben, sind Sie fertig.`,
    chosen: "Neues Passwort",
    submit: "Passwort ändern",
    saved: "Ihr Passwort ist geändert, und Ihre anderen Sitzungen sind beendet.",
    prove: "Bestätigen Sie zuerst, dass Sie es sind: Sie haben sich vor mehr als 10 Minuten angemeldet.",
    proveLink: "Bestätigen, dass Sie es sind",
  },
  sessions: {
    title: "Sitzungen",
    description:
      "Wo Sie angemeldet sind. Wenn Sie eine Sitzung nicht erkennen, beenden Sie sie und ändern Sie Ihr Passwort.",
    browser: "Browser",
    firstSeen: "Zuerst gesehen",
    lastSeen: "Zuletzt gesehen",
    end: "Beenden",
    thisOne: "Diese Sitzung",
    browserOn: (browser, system) =>
      browser && system ? `${browser} unter ${system}` : (browser ?? system ?? "Unbekannter Browser"),
    endOne: "Sitzung beenden",
    endOthers: "Alle anderen Sitzungen beenden",
    notices: {
      ended: "Die Sitzung ist beendet.",
      "ended-already": "Diese Sitzung war schon beendet.",
      "others-ended": "Alle Ihre anderen Sitzungen sind beendet.",
    },
  },
  activity: {
    title: "Aktivität",
    description:
      "Was in letzter Zeit mit Ihrem Konto geschehen ist. Wenn Sie etwas nicht erkennen, ändern Sie Ihr Passwort und beenden Sie die anderen Sitzungen.",
  },
};
