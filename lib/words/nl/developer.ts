/** Sentences of the developer screens. */
import type { Words } from "../en.ts";

export const developer: Words["developer"] = {
  mailbox: {
    title: "Mailbox",
    description:
      "E-mails die verstuurd zouden zijn als er een mailserver was ingesteld (SMTP_URL). De nieuwste staat bovenaan.",
    to: "Aan",
    show: "Tonen",
    list: "E-mails",
    empty: "Geen e-mails",
    emptyHint: "Wat het product vanaf nu verstuurt, wordt hier bewaard.",
    sent: "Verstuurd",
    letter: (subject) => `E-mail: ${subject}`,
    text: "Platte tekst",
    headers: "Kopregels",
    openLink: "Link openen",
    copyCode: "Code kopiëren",
    copied: "Gekopieerd",
    copyFailed: "Selecteer de code en kopieer die zelf.",
  },
};
