/** Sentences of the pages behind mailed links, and of choosing a password there and elsewhere. */
import type { Words } from "../en.ts";

export const accountLinks: Words["accountLinks"] = {
  email: "E-Mail-Adresse",
  emailWrong: "Geben Sie eine E-Mail-Adresse ein, zum Beispiel name@example.com.",
  sendNewLink: "Neuen Link senden",
  logIn: "Anmelden",
  backToLogin: "Zurück zur Anmeldung",
  home: "Zur Startseite",
  loggedInHere: (email) =>
    `Hier ist ${email} angemeldet. Melden Sie sich ab, um sich mit einem anderen Konto anzumelden.`,
  password: {
    hint: (least, most) =>
      `${least} bis ${most} Zeichen. Ein paar Wörter hintereinander sind lang und leicht zu merken.`,
    missing: "Wählen Sie ein Passwort.",
    refusals: {
      "password-too-short": (least) => `Das Passwort muss mindestens ${least} Zeichen haben.`,
      "password-too-long": (_, most) => `Das Passwort darf höchstens ${most} Zeichen haben.`,
      "password-too-common": () =>
        "Dieses Passwort ist leicht zu erraten. Wählen Sie eines ohne Ihren Namen, Ihre Organisation oder ein Muster.",
    },
  },
  verifyEmail: {
    title: "Bestätigen Sie Ihre E-Mail-Adresse",
    description: (email) => `Drücken Sie auf die Schaltfläche, um zu zeigen, dass ${email} Ihnen gehört.`,
    welcome: (email) =>
      `Wählen Sie das Passwort, mit dem Sie sich anmelden werden, und zeigen Sie, dass ${email} Ihnen gehört.`,
    choosePassword: "Passwort wählen",
    submit: "Bestätigen",
    confirmed: "Ihre E-Mail-Adresse ist bestätigt.",
    confirmedOf: (email) => `${email} ist bestätigt.`,
    confirmedNext:
      "Wenn Ihre Organisation Sicherheitscodes per E-Mail sendet, können Sie sie von jetzt an dort erhalten.",
    passwordStays:
      "Sie haben schon vorher ein Passwort gewählt: Es bleibt gültig, und das eben eingegebene wurde nicht übernommen.",
    newLinkSent:
      "Wenn diese Adresse zu einem Konto gehört und noch nicht bestätigt ist, ist eine E-Mail mit einem neuen Link unterwegs.",
    ends: {
      "run-out": {
        title: "Dieser Link ist abgelaufen",
        text: "Er galt 7 Tage lang. Lassen Sie sich einen neuen senden.",
      },
      used: {
        title: "Dieser Link wurde schon verwendet",
        text: "Jeder Link gilt einmal. Lassen Sie sich einen neuen senden.",
      },
      replaced: {
        title: "Dieser Link gilt nicht mehr",
        text: "Eine neuere E-Mail hat ihn ersetzt, oder Ihr Konto wurde seither geändert. Verwenden Sie den Link in der neuesten E-Mail, oder lassen Sie sich noch einen senden.",
      },
      unknown: {
        title: "Dieser Link funktioniert nicht",
        text: "Vielleicht fehlt ein Teil davon, oder Ihre Adresse wurde seither geändert. Kopieren Sie die ganze Adresse aus der E-Mail, oder lassen Sie sich einen neuen Link senden.",
      },
      "confirmed-already": {
        title: "Ihre E-Mail-Adresse ist schon bestätigt",
        text: "Hier ist nichts mehr zu tun: Melden Sie sich mit dem Passwort an, das Sie zuvor gewählt haben.",
      },
    },
  },
  forgottenPassword: {
    title: "Passwort vergessen?",
    description: "Wir senden Ihnen einen Link, mit dem Sie ein neues wählen. Er gilt 30 Minuten lang.",
    submit: "Link senden",
    sent: "Wenn diese Adresse zu einem Konto gehört, ist eine E-Mail mit einem Link unterwegs.",
  },
  resetPassword: {
    title: "Wählen Sie ein neues Passwort",
    description: (email) => `Für ${email}. Alle Ihre Sitzungen werden beendet.`,
    chosen: "Neues Passwort",
    submit: "Passwort ändern",
    changedOf: (email) => `Das Passwort von ${email} ist geändert.`,
    ends: {
      "run-out": { title: "Dieser Link ist abgelaufen", text: "Er galt 30 Minuten lang." },
      used: {
        title: "Das Passwort wurde mit diesem Link geändert",
        text: (when) =>
          `Das war ${when}. Jeder Link gilt einmal. Wenn Sie es waren, melden Sie sich mit dem neuen Passwort an. Wenn nicht, lassen Sie sich sofort einen neuen Link senden.`,
      },
      replaced: {
        title: "Dieser Link gilt nicht mehr",
        text: "Ein neuerer hat ihn ersetzt, oder Ihr Passwort oder Ihr Konto wurde seither geändert. Verwenden Sie den neuesten, oder lassen Sie sich noch einen senden.",
      },
      unknown: {
        title: "Dieser Link funktioniert nicht",
        text: "Vielleicht fehlt ein Teil davon. Kopieren Sie die ganze Adresse aus der E-Mail, oder lassen Sie sich einen neuen Link senden.",
      },
    },
  },
};
