/** Sentences of the frame around every page of somebody who is logged in, and of the home page. */
import type { Words } from "../en.ts";

export const navigation: Words["navigation"] = {
  main: "Hauptmenü",
  administration: "Verwaltung",
  home: "Start",
  users: "Benutzer",
  settings: "Einstellungen",
  audit: "Protokoll",
  account: "Kontomenü",
  mySettings: "Meine Einstellungen",
  logOut: "Abmelden",
};

export const home: Words["home"] = {
  title: (name) => `Willkommen, ${name}`,
  yours: "Ihr Konto",
  profile: "Ihr Name und Ihr Passwort.",
  twoFactorLogin: "Wie Sie beim Anmelden zeigen, dass Sie es sind.",
  sessions: "Die Browser, in denen Sie angemeldet sind.",
  users: "Personen hinzufügen, ändern und ihre E-Mail-Adressen bestätigen lassen.",
  settings: "Die Anmeldung in zwei Schritten einschalten und festlegen, welche Methoden erlaubt sind.",
  audit: "Wer was mit wem getan hat, wann und von wo.",
  recoveryCodes: "Nachsehen, wie viele Wiederherstellungscodes Sie haben",
  confirmEmail: {
    title: "Ihre E-Mail-Adresse ist nicht bestätigt",
    text: (email) =>
      `Bis dahin melden Sie sich nur mit dem Passwort an. Drücken Sie in der Bestätigungs-E-Mail auf „Bestätigen“. Es gibt keine? Lassen Sie eine an ${email} senden.`,
    sendAgain: "E-Mail erneut senden",
    sent: (email) =>
      `Eine E-Mail an ${email} ist unterwegs. Öffnen Sie sie und drücken Sie auf „Bestätigen“.`,
    already: (email) => `${email} ist schon bestätigt: Es ist nichts mehr zu tun.`,
    orAuthenticator: "Stattdessen Google Authenticator einrichten",
  },
  enrolAuthenticator: {
    title: "Sie haben noch keinen zweiten Schritt",
    text: (organisation) =>
      `${organisation} verlangt die Anmeldung in zwei Schritten. Bis Sie sie einrichten, melden Sie sich nur mit dem Passwort an.`,
    link: "Anmeldung in zwei Schritten einrichten",
  },
};
