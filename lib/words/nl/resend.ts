/** Sentences of "Resend E-mail confirmations": the question before, and the page of a sending. */
import type { Words } from "../en.ts";
import { plural } from "../plural";

const number = (count: number) => plural("nl", count, { other: "#" });

const reasons = {
  confirmed: (count: number) => plural("nl", count, { one: "# is bevestigd", other: "# zijn bevestigd" }),
  deactivated: (count: number) =>
    plural("nl", count, { one: "# is gedeactiveerd", other: "# zijn gedeactiveerd" }),
  "waiting-already": (count: number) =>
    plural("nl", count, {
      one: "# wacht in een andere verzending",
      other: "# wachten in een andere verzending",
    }),
  "sent-meanwhile": (count: number) =>
    plural("nl", count, { one: "# kreeg er net een", other: "# kregen er net een" }),
};

type Reasons = Parameters<Words["resend"]["leftOut"]>[0];

/** "2 zijn bevestigd, 1 is gedeactiveerd": those with anybody in them. */
const listed = (leftOut: Reasons) =>
  Object.entries(leftOut)
    .filter(([, count]) => count > 0)
    .map(([reason, count]) => reasons[reason as keyof Reasons](count))
    .join(", ");

const sum = (leftOut: Reasons) => Object.values(leftOut).reduce((total, count) => total + count, 0);

export const resend: Words["resend"] = {
  title: "E-mailbevestigingen opnieuw sturen",
  back: "Gebruikers",
  question: (recipients) =>
    recipients === 0
      ? "Er wordt geen e-mail gestuurd."
      : plural("nl", recipients, {
          one: "Er wordt # e-mail gestuurd.",
          other: "Er worden # e-mails gestuurd.",
        }),
  leftOut: (leftOut, shown) =>
    plural("nl", sum(leftOut), {
      one: `# van de ${number(shown)} in de lijst wordt overgeslagen: ${listed(leftOut)}.`,
      other: `# van de ${number(shown)} in de lijst worden overgeslagen: ${listed(leftOut)}.`,
    }),
  nobodyShown: "De lijst is leeg.",
  about:
    "In elke e-mail staat een nieuwe link om het adres te bevestigen, 7 dagen geldig; oudere links werken niet meer. De verzending gaat door, ook als je de pagina verlaat.",
  send: (recipients) => plural("nl", recipients, { one: "# e-mail sturen", other: "# e-mails sturen" }),
  cancel: "Terug naar de gebruikers",
  running: "Er loopt al een verzending.",
  showRunning: "Die tonen",
  malformed: "Dit formulier is onderweg veranderd. Open de pagina opnieuw.",

  job: {
    title: "Bevestigingsmails",
    started: (name, moment) => `Gestart door ${name} op ${moment}.`,
    progress: "Voortgang",
    progressText: (done, total) => `${number(done)} van de ${number(total)} klaar`,
    underWay: "De verzending loopt. Je kunt deze pagina verlaten; die gaat door.",
    rests:
      "Na tien minuten zonder teken van jou wordt deze pagina niet meer bijgewerkt. De verzending gaat door.",
    showNow: "Huidige stand tonen",
    nextTry: (time) =>
      `De mailserver neemt nu geen e-mail aan voor wie nog wacht. De volgende poging is om ${time}; er wordt niemand vergeten, en je kunt deze pagina verlaten.`,
    finished: {
      allSent: (count) =>
        plural("nl", count, { one: "De e-mail is gestuurd.", other: "Alle # e-mails zijn gestuurd." }),
      someFailed: (count) =>
        plural("nl", count, {
          one: "Klaar, maar # e-mail kon niet worden gestuurd.",
          other: "Klaar, maar # e-mails konden niet worden gestuurd.",
        }),
      noneSent: "Klaar. Er is geen e-mail gestuurd; de resultaten zeggen waarom.",
    },
    unseen: (count) =>
      plural("nl", count, {
        one: "# gebruiker van deze verzending zit niet meer in je teams: die staat niet in de lijst en krijgt geen e-mail meer.",
        other:
          "# gebruikers van deze verzending zitten niet meer in je teams: ze staan niet in de lijst en krijgen geen e-mail meer.",
      }),
    tryAgain: "De mislukte opnieuw proberen",
    nothingFailed: "Er is niets mislukt.",
    trying: (count) =>
      plural("nl", count, {
        one: "Nieuwe poging voor # e-mail.",
        other: "Nieuwe poging voor # e-mails.",
      }),
    results: "Resultaten",
    show: "Tonen",
    states: {
      all: "Alle",
      waiting: "Wacht",
      sending: "Wacht",
      sent: "Gestuurd",
      failed: "Mislukt",
      "left-out": "Overgeslagen",
    },
    reasons: {
      confirmed: "Het adres is al bevestigd.",
      deactivated: "De gebruiker is gedeactiveerd.",
      "waiting-already": "Wacht in een andere verzending.",
      "sent-meanwhile": "Kreeg er net een.",
      "mailed-enough": "Kreeg al veel van deze e-mails. Wacht even voordat je er nog een stuurt.",
      refused: "De mailserver weigerde de e-mail. Vaak bestaat het adres niet.",
      unreachable: "De mailserver antwoordde niet, of vroeg ons later terug te komen.",
    },
    none: "Hier staat niemand.",
    firstLeftOut: (most, leftOut) =>
      `Van de ${number(leftOut)} die vanaf het begin zijn overgeslagen, staan hier de eerste ${number(most)} op naam.`,
    columns: { name: "Naam", email: "E-mail", result: "Resultaat", reason: "Reden", at: "Wanneer" },
    next: "Volgende 50",
    first: "Vanaf het begin",
    pages: "Pagina's met resultaten",
  },
};
