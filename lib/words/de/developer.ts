/** Sentences of the developer screens. */
import type { Words } from "../en.ts";

export const developer: Words["developer"] = {
  mailbox: {
    title: "Postfach",
    description:
      "E-Mails, die gesendet worden wären, wenn ein Mailserver eingestellt wäre (SMTP_URL). Die neuesten zuerst.",
    to: "An",
    show: "Anzeigen",
    list: "E-Mails",
    empty: "Keine E-Mails",
    emptyHint: "Was das Produkt von jetzt an sendet, wird hier aufbewahrt.",
    sent: "Gesendet",
    letter: (subject) => `E-Mail: ${subject}`,
    text: "Nur Text",
    headers: "Kopfzeilen",
    openLink: "Link öffnen",
    copyCode: "Code kopieren",
    copied: "Kopiert",
    copyFailed: "Markieren Sie den Code und kopieren Sie ihn selbst.",
  },
};
