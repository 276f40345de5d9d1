/** Sentences that belong to no single screen: navigation, errors, notices. */
import type { Words } from "../en";
import { failure } from "./failure";

export const general: Words["general"] = {
  product: "Twostep",
  description: "Anmelden in zwei Schritten.",
  skipToContent: "Zum Inhalt springen",
  tooMany: (time) => `Warten Sie, bevor Sie es erneut versuchen. Der nächste Versuch ist um ${time} möglich.`,
  form: {
    problem: "Es gibt ein Problem",
    errorTitle: "Fehler: ",
    noConnection: "Es gab keine Verbindung. Senden Sie es erneut, sobald Sie verbunden sind.",
  },
  notFound: {
    title: "Seite nicht gefunden",
    description:
      "Vielleicht ist die Adresse falsch geschrieben oder veraltet, oder die Seite ist nicht für Sie bestimmt.",
    home: "Zur Startseite",
  },
  failure,
};
