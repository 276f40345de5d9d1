/** Sentences of My settings > Two Factor Login: the methods, the enrolment and the recovery codes. */
import type { Words } from "../en.ts";
import { plural } from "../plural";

export const twoFactor: Words["twoFactor"] = {
  title: "Anmeldung in zwei Schritten",
  description: "Nach Ihrem Passwort zeigen Sie mit einem Sicherheitscode, dass Sie es sind.",
  switchedOff: {
    title: "Die Anmeldung in zwei Schritten ist ausgeschaltet",
    text: (organisation) =>
      `${organisation} verlangt keinen zweiten Schritt, deshalb gibt es hier nichts einzurichten. Ein Administrator kann ihn einschalten.`,
    kept: "Ihr Authenticator bleibt für den Tag aufbewahrt, an dem sie wieder eingeschaltet wird.",
  },
  methods: "Ihre Methoden",
  email: "E-Mail",
  authenticator: "Google Authenticator",
  recoveryCodes: "Wiederherstellungscodes",
  onSince: (day) => `Ein seit ${day}`,
  off: "Aus",
  notAllowed: (organisation) => `${organisation} erlaubt diese Methode nicht.`,
  emailNotConfirmed: (email) => `Aus, weil ${email} nicht bestätigt ist`,
  emailIsBasic: "Einfacher Schutz: Wer Ihr Postfach öffnet, kann den Code auch lesen.",
  emailNeeded: "Kann ausgeschaltet werden, sobald Google Authenticator eingeschaltet ist.",
  emailOnAgain: (organisation) =>
    `Ein, obwohl Sie es ausgeschaltet haben: ${organisation} erlaubt Google Authenticator nicht.`,
  lockedOut: "Aus nach 100 falschen Codes hintereinander; richten Sie ihn neu ein",
  sendAgain: "E-Mail erneut senden",
  turnOn: "Einschalten",
  turnOff: "Ausschalten",
  enable: "Aktivieren",
  replace: "Ersetzen",
  remove: "Entfernen",
  codesLeft: (left) => plural("de", left, { one: "Noch # Code", other: "Noch # Codes" }),
  fewCodesLeft: "Erstellen Sie neue: Damit kommen Sie auch ohne Ihr Telefon hinein.",
  newCodes: "Neue Wiederherstellungscodes",
  codesNotSaved:
    "Sie haben nicht bestätigt, dass Sie Ihre Wiederherstellungscodes aufbewahrt haben. Wenn Sie sie nicht haben, erstellen Sie neue: Damit kommen Sie auch ohne Ihr Telefon hinein.",
  codesWaiting: "Ihre neuen Wiederherstellungscodes sind noch nicht aufbewahrt.",
  codesWaitingLink: "Jetzt aufbewahren",
  notices: {
    "email-on": "E-Mail ist eingeschaltet: Sie können sich mit Codes anmelden, die wir Ihnen senden.",
    "email-off": "E-Mail ist ausgeschaltet: Sie melden sich mit Google Authenticator an.",
    "codes-saved": "Ihre Wiederherstellungscodes sind aufbewahrt. Google Authenticator ist eingeschaltet.",
    removed: "Google Authenticator ist entfernt, zusammen mit seinen Wiederherstellungscodes.",
    cancelled: "Es wurde nichts geändert.",
    sent: "Eine E-Mail ist unterwegs. Öffnen Sie sie und drücken Sie auf „Bestätigen“.",
    "confirmed-already": "Ihre E-Mail-Adresse ist schon bestätigt: Es ist nichts mehr zu tun.",
    "browser-forgotten":
      "Dieser Browser ist vergessen: Die nächste Anmeldung darin gilt als die eines neuen.",
  },
  troubles: {
    "needs-authenticator": "E-Mail bleibt eingeschaltet: Schalten Sie zuerst Google Authenticator ein.",
    "two-factor-off":
      "Es wurde nichts geändert: Die Anmeldung in zwei Schritten wurde inzwischen ausgeschaltet.",
    "email-not-allowed": "E-Mail bleibt ausgeschaltet: Ihre Organisation erlaubt diese Methode nicht mehr.",
    "email-not-confirmed": "E-Mail bleibt ausgeschaltet: Ihre Adresse ist nicht bestätigt.",
    "no-authenticator":
      "Wiederherstellungscodes gehören zu Google Authenticator: Schalten Sie diesen zuerst ein.",
    "no-choice": "Es wurde nichts gespeichert: Sie haben nur noch eine Methode oder keine.",
    "not-offered": "Google Authenticator kann jetzt nicht eingerichtet werden.",
    "too-many":
      "Es wurden schon mehrere E-Mails gesendet. Warten Sie eine Weile, bevor Sie noch eine anfordern.",
  },
  preferred: {
    title: "Bevorzugte Methode",
    label: "Beim Anmelden zuerst anbieten",
    last: "Was ich zuletzt verwendet habe",
    missing: "Wählen Sie eine der Methoden.",
    submit: "Speichern",
    saved: "Ihre bevorzugte Methode ist gespeichert.",
  },
  browsers: {
    title: "Vertraute Browser",
    description:
      "Browser, in denen Sie sich schon angemeldet haben. Jede Anmeldung verlangt auch dort den zweiten Schritt, bringt aber keine E-Mail über einen neuen Browser, und Rateversuche anderswo bremsen sie nicht. Vergessen Sie einen Browser, den Sie nicht kennen, und ändern Sie Ihr Passwort.",
    none: "Keine: Ihre nächste Anmeldung ist die eines neuen Browsers.",
    browser: "Browser",
    firstUsed: "Zuerst verwendet",
    lastUsed: "Zuletzt verwendet",
    thisOne: "Dieser Browser",
    forget: "Vergessen",
  },
  enrolment: {
    title: "Google Authenticator einrichten",
    replaceTitle: "Google Authenticator ersetzen",
    replaceDescription: "Ihre jetzige App gilt, bis der Code der neuen richtig ist.",
    getApp: "App installieren",
    getAppText:
      "Installieren Sie Google Authenticator auf Ihrem Telefon. Jede andere App, die 6-stellige Codes anzeigt, geht auch.",
    scan: "QR-Code scannen",
    scanText: "Fügen Sie in der App ein Konto hinzu und richten Sie die Kamera auf den Code.",
    qrCode: (organisation, email) => `QR-Code, der ${email} bei ${organisation} zu Ihrer App hinzufügt`,
    openApp: "Meine Authenticator-App öffnen",
    setupKey: "Einrichtungsschlüssel",
    setupKeyText:
      "Keine Kamera? Geben Sie stattdessen diesen Schlüssel in die App ein, als zeitbasiertes Konto.",
    copyKey: "Einrichtungsschlüssel kopieren",
    copied: "Kopiert",
    copyFailed: "Ihr Browser erlaubt es nicht. Markieren Sie den Schlüssel und kopieren Sie ihn.",
    enterCode: "Code eingeben",
    code: "Sicherheitscode",
    codeHint: (organisation) => `Die 6 Ziffern, die die App für ${organisation} anzeigt.`,
    submit: "Speichern",
    cancel: "Abbrechen",
    worksUntil: (time) => `Diese Einrichtung läuft um ${time} ab.`,
    wrong: "Das ist nicht der Code, den Ihre App jetzt anzeigt. Prüfen Sie ihn und versuchen Sie es erneut.",
    clockOff:
      "Vielleicht geht die Uhr Ihres Telefons falsch. Schalten Sie Datum und Uhrzeit auf automatisch und geben Sie dann den nächsten Code ein.",
    runOutTitle: "Diese Einrichtung ist abgelaufen",
    runOut:
      "Eine Einrichtung gilt 10 Minuten lang und nur in dem Browser, in dem sie begonnen wurde. An Ihrem Konto wurde nichts geändert.",
    startAgain: "Neu beginnen",
  },
  codes: {
    title: "Bewahren Sie Ihre Wiederherstellungscodes auf",
    description:
      "Jeder öffnet Ihr Konto einmal, wenn Sie Ihr Telefon nicht haben. Bewahren Sie sie dort auf, wo Sie Ihre Passwörter aufbewahren, nicht auf dem Telefon selbst. Sie werden nur jetzt angezeigt.",
    printed: (organisation, email, day) =>
      `Wiederherstellungscodes von ${email} bei ${organisation}, erstellt am ${day}. Jeder gilt einmal.`,
    download: "Wiederherstellungscodes herunterladen",
    print: "Drucken",
    copy: "Kopieren",
    copied: "Kopiert",
    copyFailed: "Ihr Browser erlaubt es nicht. Markieren Sie die Codes und kopieren Sie sie.",
    saved: "Ich habe meine Wiederherstellungscodes aufbewahrt",
    savedMissing: "Bewahren Sie zuerst die Codes auf, und setzen Sie dann das Häkchen.",
    submit: "Weiter",
    goneTitle: "Wiederherstellungscodes werden einmal angezeigt",
    gone: "Ihre wurden aufbewahrt, ihre 10 Minuten sind vorbei, oder sie wurden in einem anderen Browser erstellt. Wenn Sie sie nicht haben, erstellen Sie neue.",
    troubles: {
      replaced: "Die Codes, die diese Seite vorher gezeigt hat, gelten nicht mehr: Neuere haben sie ersetzt.",
    },
    goneLink: "Zur Anmeldung in zwei Schritten",
  },
  removal: {
    title: "Google Authenticator entfernen?",
    description: (organisation) =>
      `Seine Codes und Ihre Wiederherstellungscodes gelten dann nicht mehr für ${organisation}. Ihre anderen Sitzungen werden beendet.`,
    byEmail: (email) => `Sie melden sich dann mit Sicherheitscodes an, die wir an ${email} senden.`,
    byPassword: "Sie haben dann keinen zweiten Schritt und melden sich nur mit dem Passwort an.",
    submit: "Entfernen",
    cancel: "Abbrechen",
  },
};
