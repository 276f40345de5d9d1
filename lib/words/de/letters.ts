/** Sentences of the letters: one group for the paper they are written on, and one for each letter. */
import type { Words } from "../en.ts";
import { plural } from "../plural";

const secondStep = {
  email: "Ein Sicherheitscode per E-Mail",
  authenticator: "Ein Code von Google Authenticator",
};

/** The methods as the screens call them. */
const methodNames = { email: "E-Mail", authenticator: "Google Authenticator" };
const nowBy = { email: "einem Code per E-Mail", authenticator: "einem Code von Google Authenticator" };

const twoFactorChange = {
  "authenticator-replaced":
    "Google Authenticator wurde auf einem anderen Telefon eingerichtet. Der alte gilt nicht mehr.",
  "recovery-codes-renewed": "Es wurden neue Wiederherstellungscodes erstellt. Die alten gelten nicht mehr.",
};

export const letters: Words["letters"] = {
  paper: {
    greeting: (name) => `Guten Tag, ${name},`,
    footer: (organisation) =>
      `Sie erhalten diese E-Mail, weil Ihre E-Mail-Adresse zu einem Konto bei ${organisation} gehört.`,
    addressInFull: "Wenn die Schaltfläche nicht funktioniert, kopieren Sie diese Adresse in Ihren Browser:",
    notYou: "Wenn Sie das nicht waren",
    notYouDo: (organisation) =>
      `Ändern Sie sofort Ihr Passwort, beenden Sie unter „Meine Einstellungen“ alle anderen Sitzungen und benachrichtigen Sie einen Administrator von ${organisation}.`,
    when: "Wann",
    browser: "Browser",
    address: "Adresse",
    unknown: "Nicht bekannt",
  },
  activation: {
    subject: (organisation) => `Bestätigen Sie Ihre E-Mail-Adresse für ${organisation}`,
    heading: "Bestätigen Sie Ihre E-Mail-Adresse",
    added: (organisation, invitedBy) =>
      invitedBy
        ? `${invitedBy} hat Sie zu ${organisation} hinzugefügt.`
        : `Sie haben ein Konto bei ${organisation}.`,
    why: (organisation) =>
      `Drücken Sie auf die Schaltfläche, um zu zeigen, dass diese Adresse Ihnen gehört. Wenn ${organisation} Sicherheitscodes per E-Mail sendet, können Sie sie danach hier erhalten.`,
    button: "Bestätigen",
    runsOut: (moment) => `Der Link gilt einmal, bis ${moment}. Eine neuere E-Mail von uns ersetzt ihn.`,
    notMeant: (organisation) =>
      `Wenn diese E-Mail nicht für Sie bestimmt ist, hat sich wahrscheinlich jemand bei einer Adresse vertippt. Tun Sie dann nichts: Solange Sie nicht auf die Schaltfläche drücken, bleibt Ihre Adresse bei ${organisation} unbestätigt.`,
  },
  securityCode: {
    subject: (organisation) => `Ihr Sicherheitscode für ${organisation}`,
    preview: (organisation) => `Geben Sie ihn auf der Seite von ${organisation} ein, die danach gefragt hat.`,
    heading: "Ihr Sicherheitscode",
    works: (seconds) =>
      plural("de", seconds, {
        one: "Er gilt einmal, # Sekunde lang ab dem Senden.",
        other: "Er gilt einmal, # Sekunden lang ab dem Senden.",
      }),
    never: (organisation) =>
      `Niemand bei ${organisation} wird Sie je nach diesem Code fragen. Wenn Sie ihn nicht angefordert haben, kennt jemand Ihr Passwort: Ändern Sie es jetzt.`,
  },
  emailChangedOld: {
    subject: (organisation) => `Ihre E-Mail-Adresse bei ${organisation} wurde geändert`,
    heading: "Ihre E-Mail-Adresse wurde geändert",
    what: (email) => `Ihr Konto verwendet jetzt ${email}. An diese Adresse wird nichts mehr gesendet.`,
    notYouDo: (organisation) =>
      `Benachrichtigen Sie sofort einen Administrator von ${organisation}, telefonisch oder persönlich: Vielleicht benutzt jemand anderes Ihr Konto.`,
    footer: (organisation) =>
      `Sie erhalten diese E-Mail, weil dies die E-Mail-Adresse Ihres Kontos bei ${organisation} war.`,
  },
  emailChangedNew: {
    subject: (organisation) => `Bestätigen Sie Ihre neue E-Mail-Adresse für ${organisation}`,
    heading: "Bestätigen Sie Ihre neue E-Mail-Adresse",
    why: (organisation) =>
      `Ihr Konto bei ${organisation} verwendet jetzt diese Adresse. Drücken Sie auf die Schaltfläche, um zu zeigen, dass sie Ihnen gehört; bis dahin wird kein Sicherheitscode hierher gesendet.`,
  },
  twoFactorOn: {
    subject: (organisation) =>
      `Die Anmeldung in zwei Schritten ist für Ihr Konto bei ${organisation} eingeschaltet`,
    heading: "Die Anmeldung in zwei Schritten ist eingeschaltet",
    what: (method) =>
      `${secondStep[method]} kann jetzt der zweite Schritt Ihrer Anmeldung sein. Ihr Passwort allein öffnet Ihr Konto nicht mehr.`,
  },
  twoFactorChanged: {
    subject: (organisation) =>
      `Die Anmeldung in zwei Schritten für Ihr Konto bei ${organisation} wurde geändert`,
    heading: "Die Anmeldung in zwei Schritten wurde geändert",
    what: (change) => twoFactorChange[change],
  },
  methodOn: {
    subject: (method, organisation) =>
      `${methodNames[method]} wurde für Ihr Konto bei ${organisation} eingeschaltet`,
    heading: (method) => `${methodNames[method]} wurde eingeschaltet`,
    what: (method, beside, organisation) =>
      `${methodNames[method]} wurde für Ihr Konto bei ${organisation} eingeschaltet. Sie können Ihre Anmeldung jetzt entweder mit ${nowBy[method]} oder mit ${nowBy[beside]} abschließen.`,
  },
  methodOff: {
    subject: (method, organisation) =>
      `${methodNames[method]} wurde für Ihr Konto bei ${organisation} ausgeschaltet`,
    heading: (method) => `${methodNames[method]} wurde ausgeschaltet`,
    what: (method, left, organisation) =>
      `${methodNames[method]} wurde für Ihr Konto bei ${organisation} ausgeschaltet. Sie melden sich jetzt mit ${nowBy[left]} an.`,
    emailIsOnAgain: "Codes per E-Mail waren bis jetzt ausgeschaltet; sie sind wieder eingeschaltet.",
  },
  twoFactorOff: {
    subject: (organisation) =>
      `Die Anmeldung in zwei Schritten für Ihr Konto bei ${organisation} wurde ausgeschaltet`,
    heading: "Die Anmeldung in zwei Schritten wurde ausgeschaltet",
    what: (method) => `${secondStep[method]} ist kein zweiter Schritt Ihrer Anmeldung mehr.`,
  },
  twoFactorReset: {
    subject: (organisation) =>
      `Die Anmeldung in zwei Schritten für Ihr Konto bei ${organisation} wurde zurückgesetzt`,
    heading: "Die Anmeldung in zwei Schritten wurde zurückgesetzt",
    what: (administrator) =>
      `${administrator} hat Ihren zweiten Schritt zurückgesetzt. Falls Sie Google Authenticator eingerichtet hatten, gelten dieser und Ihre Wiederherstellungscodes nicht mehr. Ihre Sitzungen sind beendet.`,
    next: "Melden Sie sich erneut an. Was Sie für den zweiten Schritt einrichten können, steht unter „Meine Einstellungen“.",
    notYou: "Wenn Sie nicht darum gebeten haben",
    notYouDo: (organisation) =>
      `Benachrichtigen Sie sofort einen Administrator von ${organisation}, telefonisch oder persönlich.`,
  },
  recoveryCodeUsed: {
    subject: (organisation) => `Ein Wiederherstellungscode Ihres Kontos bei ${organisation} wurde verwendet`,
    heading: "Ein Wiederherstellungscode wurde verwendet",
    what: "Jemand hat sich mit Ihrem Passwort und einem Ihrer Wiederherstellungscodes angemeldet oder in einer Sitzung bestätigt, dass Sie es sind.",
    left: (count) =>
      plural("de", count, {
        one: "Sie haben noch # Wiederherstellungscode.",
        other: "Sie haben noch # Wiederherstellungscodes.",
      }),
    renew: "Unter „Meine Einstellungen“ können Sie neue erstellen.",
  },
  newBrowserLogin: {
    subject: (organisation) => `Neue Anmeldung bei Ihrem Konto bei ${organisation}`,
    heading: "Neue Anmeldung",
    what: "Ihr Konto wurde in einem Browser geöffnet, den wir nicht kennen. Nach einer Änderung an Ihrem Konto kennen wir keinen mehr, den Sie vorher benutzt haben.",
  },
  passwordChanged: {
    subject: (organisation) => `Ihr Passwort bei ${organisation} wurde geändert`,
    heading: "Ihr Passwort wurde geändert",
    what: "Alle anderen Sitzungen wurden beendet. Melden Sie sich dort mit dem neuen Passwort erneut an.",
    notYouDo: (organisation) =>
      `Wählen Sie auf der Anmeldeseite mit „Passwort vergessen?“ ein neues Passwort und benachrichtigen Sie einen Administrator von ${organisation}.`,
  },
  passwordReset: {
    subject: (organisation) => `Wählen Sie ein neues Passwort für ${organisation}`,
    heading: "Wählen Sie ein neues Passwort",
    why: "Jemand, hoffentlich Sie, hat uns mitgeteilt, dass Ihr Passwort vergessen wurde.",
    button: "Neues Passwort wählen",
    runsOut: (moment) => `Der Link gilt einmal, bis ${moment}.`,
    ignore: "Wenn Sie nicht darum gebeten haben, tun Sie nichts: Ihr Passwort bleibt, wie es ist.",
  },
  passwordEntered: {
    subject: (organisation) => `Jemand hat Ihr Passwort bei ${organisation} eingegeben`,
    heading: "Jemand hat Ihr Passwort eingegeben",
    what: "Das Passwort war richtig, aber der zweite Schritt wurde nicht abgeschlossen. Bis diese E-Mail gesendet wurde, war niemand hineingekommen.",
    wasYou: "Wenn Sie das waren und auf halbem Weg aufgehört haben, ist nichts zu tun.",
  },
  helpRequest: {
    subject: (user) => `${user} kann keinen Sicherheitscode erhalten`,
    heading: (user) => `${user} braucht Ihre Hilfe`,
    what: (user, email) =>
      `${user} (${email}) hat das richtige Passwort eingegeben, kann aber keinen Sicherheitscode erhalten und bittet um Hilfe.`,
    check: "Bevor Sie etwas zurücksetzen",
    checks: [
      "Sprechen Sie miteinander, telefonisch oder persönlich. Antworten Sie nicht per E-Mail: Wer fragt, hat vielleicht das Passwort und das Postfach.",
      "Fragen Sie etwas, das nur diese Person wissen kann, oder lassen Sie es die Teamleitung bestätigen.",
      "Fragen Sie, ob ein Wiederherstellungscode zur Hand ist: Dann muss nichts zurückgesetzt werden.",
      "Fragen Sie, ob auch das Postfach verloren ist: Dann ändern Sie die Adresse, bevor Sie etwas zurücksetzen, sonst gehen Codes per E-Mail an das verlorene.",
    ],
    button: "Diesen Benutzer öffnen",
    footer: (organisation) => `Sie erhalten diese E-Mail, weil Sie Administrator von ${organisation} sind.`,
  },
};
