/** Sentences of the developer screens. */
import type { Words } from "../en";

export const developer: Words["developer"] = {
  mailbox: {
    title: "Mailbox",
    description:
      "Brieven die verstuurd zouden zijn als er een mailserver was ingesteld (SMTP_URL). De nieuwste staat bovenaan.",
    to: "Aan",
    show: "Tonen",
    list: "Brieven",
    empty: "Geen brieven",
    emptyHint: "Wat het product vanaf nu verstuurt, wordt hier bewaard.",
    sent: "Verstuurd",
    letter: (subject) => `Brief: ${subject}`,
    text: "Platte tekst",
    headers: "Kopregels",
    openLink: "Link openen",
    copyCode: "Code kopiëren",
    copied: "Gekopieerd",
    copyFailed: "Selecteer de code en kopieer die zelf.",
  },
};
