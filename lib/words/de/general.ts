/** Sentences that belong to no single screen: of forms, of closed doors, and of what is not there. */
import type { Words } from "../en.ts";
import { failure } from "./failure";

export const general: Words["general"] = {
  product: "Twostep",
  description: "Anmelden in zwei Schritten.",
  skipToContent: "Zum Inhalt springen",
  tooMany: (when) => `Warten Sie, bevor Sie es erneut versuchen. Der nächste Versuch ist ${when} möglich.`,
  when: {
    today: (time) => `um ${time}`,
    anotherDay: (dayAndTime) => `am ${dayAndTime}`,
  },
  form: {
    problem: "Es gibt ein Problem",
    errorTitle: "Fehler: ",
    noConnection: "Es gab keine Verbindung. Senden Sie es erneut, sobald Sie verbunden sind.",
    outdated:
      "Diese Seite wurde aktualisiert, während sie offen war: Es wurde nichts gesendet. Laden Sie sie neu und senden Sie noch einmal.",
    busy: "Gerade ist zu viel los: Es wurde nichts gesendet. Senden Sie es gleich noch einmal.",
    noAnswer:
      "Der Server hat nicht geantwortet. Sehen Sie nach, ob es geschehen ist, bevor Sie es erneut senden.",
    behind: {
      "logged-out": {
        text: "Ihre Sitzung ist beendet, und es ist noch nichts gespeichert. Melden Sie sich an und drücken Sie dann hier noch einmal auf die Schaltfläche.",
        way: "Anmelden (öffnet einen neuen Tab)",
      },
      "proof-due": {
        text: "Jetzt ist ein zweiter Schritt nötig, und es ist noch nichts gespeichert. Bestätigen Sie, dass Sie es sind, und drücken Sie dann hier noch einmal auf die Schaltfläche.",
        way: "Bestätigen, dass Sie es sind (öffnet einen neuen Tab)",
      },
    },
  },
  updated: {
    title: "Es wurde nichts gesendet",
    description:
      "Die Seite wurde aktualisiert, während Sie sie offen hatten. Öffnen Sie sie neu und senden Sie das Formular noch einmal.",
    openAgain: "Seite neu öffnen",
  },
  notFound: {
    title: "Seite nicht gefunden",
    description:
      "Vielleicht ist die Adresse falsch geschrieben oder veraltet, oder die Seite ist nicht für Sie bestimmt.",
    home: "Zur Startseite",
  },
  failure,
};
