/** Sentences of the login: password, choice of method, second step, step-up. */
import type { Words } from "../en.ts";
import { plural } from "../plural";

const tries = (left: number) => plural("de", left, { one: "Noch # Versuch.", other: "Noch # Versuche." });

export const login: Words["login"] = {
  title: "Anmelden",
  email: "E-Mail-Adresse",
  emailMissing: "Geben Sie Ihre E-Mail-Adresse ein.",
  password: "Passwort",
  passwordMissing: "Geben Sie Ihr Passwort ein.",
  showPassword: { show: "Passwort anzeigen", hide: "Passwort verbergen" },
  submit: "Anmelden",
  forgotten: "Passwort vergessen?",
  wrongCredentials: "Die E-Mail-Adresse oder das Passwort ist nicht richtig.",
  busy: "Gerade melden sich sehr viele Personen an. Versuchen Sie es in ein paar Sekunden noch einmal.",
  notices: {
    "logged-out": "Sie sind abgemeldet.",
    "session-ended": "Ihre Sitzung ist beendet. Melden Sie sich erneut an, um fortzufahren.",
    "own-account-changed":
      "Ihr Konto ist geändert, und Ihre Sitzungen sind beendet. Melden Sie sich erneut an.",
    "password-changed": "Ihr Passwort ist geändert. Melden Sie sich mit dem neuen an.",
    "timed-out": "Die Anmeldung hat länger als 10 Minuten gedauert. Melden Sie sich erneut an.",
    "no-tries-left": "Für diese Anmeldung sind keine Versuche mehr übrig. Melden Sie sich erneut an.",
    cancelled: "Sie können sich jetzt als jemand anderes anmelden.",
    "start-over": "Diese Anmeldung ist beendet. Melden Sie sich erneut an.",
    "methods-changed": "Die Möglichkeiten zur Anmeldung haben sich geändert. Melden Sie sich erneut an.",
  },
  underWay: {
    text: "Sie haben eine Anmeldung begonnen. Sie können mit Ihrem Sicherheitscode fortfahren.",
    link: "Weiter mit dem zweiten Schritt",
  },
  demo: {
    title: "Demo-Konten",
    about: (password) => `Das Passwort aller Konten ist „${password}“.`,
    secret: (secret) => `Einrichtungsschlüssel des Authenticators: ${secret}`,
    recoveryCodes: (first, last) => `Wiederherstellungscodes, jeder für eine Anmeldung: ${first} bis ${last}`,
    mailbox: "E-Mails kommen im Postfach an",
    states: {
      administrator: "Administrator, Code per E-Mail",
      manager: "Manager des Teams „Workshop“, Code per E-Mail",
      byEmail: "Mitglied, Code per E-Mail",
      byAuthenticator: "Mitglied, nur mit Authenticator",
      byBoth: "Mitglied, E-Mail und Authenticator",
      notConfirmed: "Mitglied, Adresse nicht bestätigt: kommt mit dem Passwort hinein",
      deactivated: "Deaktiviert: kann sich nicht anmelden",
    },
  },
  choose: {
    title: "Bestätigungsart auswählen",
    description: "Zeigen Sie, dass Sie es sind. Wie möchten Sie Ihren Sicherheitscode erhalten?",
    method: "Bestätigungsart",
    methodMissing: "Wählen Sie eine Bestätigungsart aus.",
    emailLabel: "E-Mail",
    emailHint: (address) =>
      `Einfacher Schutz. Wir senden einen Sicherheitscode an ${address}. Er gilt 90 Sekunden lang.`,
    authenticatorLabel: "Google Authenticator",
    authenticatorHint: "Verwenden Sie den Code mit 6 Ziffern, den Ihre App anzeigt.",
    submit: "Weiter",
  },
  code: {
    label: "Sicherheitscode",
    emailHint: "6 Ziffern, aus der E-Mail.",
    authenticatorHint: "6 Ziffern. Sie ändern sich alle 30 Sekunden.",
    paste: "Code einfügen",
    submit: "Anmelden",
    missing: "Geben Sie den Sicherheitscode ein.",
    format: (digits) =>
      plural("de", digits, { other: "Der Sicherheitscode hat 6 Ziffern. Sie haben # eingegeben." }),
    notDigits: "Der Sicherheitscode besteht aus 6 Ziffern und sonst nichts.",
  },
  byEmail: {
    title: "Sehen Sie in Ihren E-Mails nach",
    sent: (address) => `Wir haben einen Sicherheitscode an ${address} gesendet.`,
    notSent: (address) => `Fordern Sie einen Sicherheitscode an: Wir senden ihn an ${address}.`,
    resend: "Code erneut senden",
    resent: (time) =>
      `Um ${time} haben wir einen neuen Code gesendet. Er gilt 90 Sekunden lang; der ältere gilt nicht mehr.`,
    worksUntil: (time) => `Der Code gilt bis ${time}.`,
    countdown: {
      one: "Der Code gilt noch # Sekunde.",
      other: "Der Code gilt noch # Sekunden.",
      runOut: "Dieser Code ist abgelaufen. Fordern Sie einen neuen an.",
    },
    wrong: (left) =>
      `Das ist nicht der Code, den wir gesendet haben. Prüfen Sie ihn und versuchen Sie es erneut. ${tries(left)}`,
    replaced: (left) =>
      `Dieser Code wurde durch einen neueren ersetzt. Verwenden Sie den aus der letzten E-Mail. ${tries(left)}`,
    runOut: (left) =>
      `Dieser Code ist abgelaufen. Drücken Sie auf „Code erneut senden“, um einen neuen zu erhalten. ${tries(left)}`,
    usedAlready: (left) =>
      `Dieser Code wurde schon verwendet. Drücken Sie auf „Code erneut senden“, um einen neuen zu erhalten. ${tries(left)}`,
    tooMany: (when) => `Sie können ${when} wieder einen Code anfordern.`,
    undelivered: {
      alone: "Wir konnten die E-Mail nicht senden. Versuchen Sie es erneut.",
      besideOthers:
        "Wir konnten die E-Mail nicht senden. Versuchen Sie es erneut oder wählen Sie eine andere Methode.",
    },
    noneSent: "Es wurde kein weiterer Code gesendet.",
    noSendsLeft: {
      alone:
        "Für diese Anmeldung können keine Codes mehr gesendet werden. Melden Sie sich erneut an, um einen zu erhalten.",
      besideOthers:
        "Für diese Anmeldung können keine Codes mehr gesendet werden. Wählen Sie eine andere Methode oder melden Sie sich erneut an.",
    },
    lastHolding: "Das ist der letzte Code für diese Anmeldung.",
    lastRunOut: "Dieser Code ist abgelaufen, und er war der letzte für diese Anmeldung.",
    lastUsedAlready: "Dieser Code wurde schon verwendet, und er war der letzte für diese Anmeldung.",
    logInAgain: "Erneut anmelden",
  },
  byAuthenticator: {
    title: "Geben Sie den Code aus Ihrer App ein",
    description: (organisation) => `Öffnen Sie Ihre Authenticator-App und suchen Sie ${organisation}.`,
    wrong: (left) =>
      `Das ist nicht der Code, den Ihre App jetzt anzeigt. Prüfen Sie ihn und versuchen Sie es erneut. ${tries(left)}`,
    usedAlready: (left) => `Dieser Code wurde schon verwendet. Warten Sie auf den nächsten. ${tries(left)}`,
    clockOff: (left) =>
      `Vielleicht geht die Uhr Ihres Telefons falsch. Schalten Sie Datum und Uhrzeit auf automatisch. ${tries(left)}`,
  },
  byRecoveryCode: {
    title: "Wiederherstellungscode verwenden",
    description:
      "Verwenden Sie einen der Codes, die Sie beim Einschalten des Authenticators aufbewahrt haben. Jeder gilt einmal.",
    label: "Wiederherstellungscode",
    hint: "Zum Beispiel 7K3M-Q9XT-B4HN-2RWP",
    missing: "Geben Sie einen Wiederherstellungscode ein.",
    format: "Ein Wiederherstellungscode hat 16 Buchstaben und Ziffern in Vierergruppen.",
    wrong: (left) =>
      `Das ist keiner Ihrer Wiederherstellungscodes. Prüfen Sie ihn und versuchen Sie es erneut. ${tries(left)}`,
    usedAlready: (left) =>
      `Dieser Wiederherstellungscode wurde schon verwendet. Nehmen Sie einen anderen. ${tries(left)}`,
  },
  recoveryCodeUsed: (left) =>
    `Sie haben einen Wiederherstellungscode verwendet. ${plural("de", left, { other: "Noch # übrig." })}`,
  help: {
    title: "Ich kann keinen Code erhalten",
    back: "Zurück zum Sicherheitscode",
    description: "Versuchen Sie zuerst das Folgende. So kommen Sie am schnellsten hinein.",
    tips: {
      email:
        "Suchen Sie die E-Mail im Spam-Ordner und warten Sie eine Minute: Manche Mailserver lassen sich Zeit.",
      authenticator:
        "Schalten Sie Datum und Uhrzeit Ihres Telefons auf automatisch: Codes einer anderen Zeit gelten nicht.",
      recoveryCode:
        "Verwenden Sie einen der Wiederherstellungscodes, die Sie beim Einrichten von Google Authenticator aufbewahrt haben.",
    },
    outOfReach: {
      email: "Haben Sie keinen Zugang zu Ihrem Postfach?",
      authenticator: "Haben Sie Ihr Telefon nicht zur Hand?",
      both: "Haben Sie weder Ihr Telefon noch Ihr Postfach zur Hand?",
      recoveryCodes: "Haben Sie Ihre Wiederherstellungscodes nicht zur Hand?",
    },
    text: (organisation) =>
      `Die Administratoren von ${organisation} können Ihren zweiten Schritt zurücksetzen, sobald sie sicher sind, dass Sie es sind.`,
    submit: "Einen Administrator fragen",
    asked: (organisation) =>
      `Die Administratoren von ${organisation}, deren eigene Adresse bestätigt ist, erfahren per E-Mail, dass Sie Hilfe brauchen. Rechnen Sie mit einem Anruf: Man muss sicher sein, dass Sie es sind. Wenn Sie innerhalb einer Stunde noch einmal fragen, senden wir nichts weiter. Wenn Sie der einzige Administrator sind oder niemand anruft, wenden Sie sich an die Stelle, die diese Installation betreibt.`,
  },
  verified: {
    title: "Sie haben gezeigt, dass Sie es sind",
    description: "Gehen Sie weiter, wohin Sie wollten.",
    submit: "Weiter",
  },
  methodOff: "Diese Methode kann nicht mehr verwendet werden. Verwenden Sie eine andere.",
  otherMethod: "Andere Methode verwenden",
  useRecovery: "Wiederherstellungscode verwenden",
  cancel: "Abbrechen und als jemand anderes anmelden",
  stepUp: {
    title: "Bestätigen Sie, dass Sie es sind",
    description:
      "Dafür müssen Sie erneut nachweisen, dass Sie es sind. Geben Sie Ihr Passwort noch einmal ein.",
    dueDescription: "Jetzt ist ein zweiter Schritt nötig. Geben Sie Ihr Passwort ein, um fortzufahren.",
    submit: "Weiter",
    cancel: "Abbrechen",
    wrongPassword: "Das Passwort ist nicht richtig.",
    inNewTab: "Bestätigen, dass Sie es sind (öffnet einen neuen Tab)",
    ended: {
      "timed-out": "Das hat länger als 10 Minuten gedauert. Geben Sie Ihr Passwort noch einmal ein.",
      "no-tries-left": "Für den Code sind keine Versuche mehr übrig. Geben Sie Ihr Passwort noch einmal ein.",
      "start-over": "Dieser Nachweis ist beendet. Geben Sie Ihr Passwort noch einmal ein.",
      "methods-changed":
        "Die Möglichkeiten zur Anmeldung haben sich geändert. Geben Sie Ihr Passwort noch einmal ein.",
    },
    notices: {
      confirmed:
        "Sie sind bestätigt. Drücken Sie noch einmal auf die Schaltfläche; es ist noch nichts geschehen.",
      "confirmed-in-tab":
        "Sie sind bestätigt. Schließen Sie diesen Tab und drücken Sie im anderen noch einmal auf die Schaltfläche.",
      "nothing-saved": "Sie sind bestätigt. Es ist noch nichts gespeichert: Senden Sie es noch einmal.",
      "somebody-else": "Hier ist jetzt jemand anderes angemeldet. Es wurde nichts gespeichert.",
      "downloads-under-way":
        "Mehrere Downloads Ihrer Organisation laufen gerade. Drücken Sie noch einmal auf die Schaltfläche, sobald einer davon fertig ist.",
    },
  },
};
