/** Sentences of "Resend E-mail confirmations": the question before, and the page of a sending. */
import type { Words } from "../en.ts";
import { plural } from "../plural";

const number = (count: number) => plural("de", count, { other: "#" });

const reasons = {
  confirmed: (count: number) => plural("de", count, { one: "# ist bestätigt", other: "# sind bestätigt" }),
  deactivated: (count: number) =>
    plural("de", count, { one: "# ist deaktiviert", other: "# sind deaktiviert" }),
  "waiting-already": (count: number) =>
    plural("de", count, {
      one: "# wartet in einem anderen Versand",
      other: "# warten in einem anderen Versand",
    }),
  "sent-meanwhile": (count: number) =>
    plural("de", count, { one: "# hat gerade eine erhalten", other: "# haben gerade eine erhalten" }),
};

type Reasons = Parameters<Words["resend"]["leftOut"]>[0];

/** "2 sind bestätigt, 1 ist deaktiviert": those with anybody in them. */
const listed = (leftOut: Reasons) =>
  Object.entries(leftOut)
    .filter(([, count]) => count > 0)
    .map(([reason, count]) => reasons[reason as keyof Reasons](count))
    .join(", ");

const sum = (leftOut: Reasons) => Object.values(leftOut).reduce((total, count) => total + count, 0);

export const resend: Words["resend"] = {
  title: "E-Mail-Bestätigungen erneut senden",
  back: "Benutzer",
  question: (recipients) =>
    recipients === 0
      ? "Es wird keine E-Mail gesendet."
      : plural("de", recipients, {
          one: "Es wird # E-Mail gesendet.",
          other: "Es werden # E-Mails gesendet.",
        }),
  leftOut: (leftOut, shown) =>
    plural("de", sum(leftOut), {
      one: `# von ${number(shown)} in der Liste wird ausgelassen: ${listed(leftOut)}.`,
      other: `# von ${number(shown)} in der Liste werden ausgelassen: ${listed(leftOut)}.`,
    }),
  nobodyShown: "Die Liste ist leer.",
  about:
    "Jede E-Mail enthält einen neuen Link, um die Adresse zu bestätigen, 7 Tage lang gültig; ältere Links gelten nicht mehr. Der Versand geht weiter, auch wenn Sie die Seite verlassen.",
  send: (recipients) => plural("de", recipients, { one: "# E-Mail senden", other: "# E-Mails senden" }),
  cancel: "Zurück zu den Benutzern",
  running: "Ein Versand läuft schon.",
  showRunning: "Ihn anzeigen",
  malformed: "Dieses Formular wurde unterwegs verändert. Öffnen Sie die Seite neu.",

  job: {
    title: "Bestätigungs-E-Mails",
    started: (name, moment) => `Von ${name} am ${moment} begonnen.`,
    progress: "Fortschritt",
    progressText: (done, total) => `${number(done)} von ${number(total)} erledigt`,
    underWay: "Der Versand läuft. Sie können diese Seite verlassen; er geht weiter.",
    rests:
      "Nach zehn Minuten ohne ein Zeichen von Ihnen wird diese Seite nicht mehr aktualisiert. Der Versand geht weiter.",
    showNow: "Aktuellen Stand anzeigen",
    nextTry: (time) =>
      `Der Mailserver nimmt für die, die noch warten, gerade keine E-Mails an. Der nächste Versuch ist um ${time}; niemand geht verloren, und Sie können diese Seite verlassen.`,
    finished: {
      allSent: (count) =>
        plural("de", count, { one: "Die E-Mail ist gesendet.", other: "Alle # E-Mails sind gesendet." }),
      someFailed: (count) =>
        plural("de", count, {
          one: "Fertig, aber # E-Mail konnte nicht gesendet werden.",
          other: "Fertig, aber # E-Mails konnten nicht gesendet werden.",
        }),
      noneSent: "Fertig. Es wurde keine E-Mail gesendet; die Ergebnisse sagen, warum.",
    },
    unseen: (count) =>
      plural("de", count, {
        one: "# Benutzer dieses Versands ist nicht mehr in Ihren Teams: Er steht nicht in der Liste und erhält keine weitere E-Mail.",
        other:
          "# Benutzer dieses Versands sind nicht mehr in Ihren Teams: Sie stehen nicht in der Liste und erhalten keine weitere E-Mail.",
      }),
    tryAgain: "Die misslungenen erneut versuchen",
    nothingFailed: "Es ist nichts misslungen.",
    trying: (count) =>
      plural("de", count, {
        one: "Erneuter Versuch für # E-Mail.",
        other: "Erneuter Versuch für # E-Mails.",
      }),
    results: "Ergebnisse",
    show: "Anzeigen",
    states: {
      all: "Alle",
      waiting: "Wartet",
      sending: "Wartet",
      sent: "Gesendet",
      failed: "Misslungen",
      "left-out": "Ausgelassen",
    },
    reasons: {
      confirmed: "Die Adresse ist schon bestätigt.",
      deactivated: "Der Benutzer ist deaktiviert.",
      "waiting-already": "Wartet in einem anderen Versand.",
      "sent-meanwhile": "Hat gerade eine erhalten.",
      "mailed-enough":
        "Hat schon viele dieser E-Mails erhalten. Warten Sie etwas, bevor Sie noch eine senden.",
      refused: "Der Mailserver hat die E-Mail abgelehnt. Oft gibt es die Adresse nicht.",
      unreachable: "Der Mailserver hat nicht geantwortet, oder er hat uns auf später vertröstet.",
    },
    none: "Hier ist niemand.",
    firstLeftOut: (most, leftOut) =>
      `Von den ${number(leftOut)}, die von Anfang an ausgelassen wurden, sind die ersten ${number(most)} nach Namen aufgeführt.`,
    columns: { name: "Name", email: "E-Mail", result: "Ergebnis", reason: "Grund", at: "Wann" },
    next: "Nächste 50",
    first: "Von vorn",
    pages: "Seiten mit Ergebnissen",
  },
};
