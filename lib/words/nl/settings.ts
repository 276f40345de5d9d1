/** Sentences of the settings screens. */
import type { Words } from "../en.ts";
import { plural } from "../plural";

const users = (count: number) => plural("nl", count, { one: "# gebruiker", other: "# gebruikers" });

/** "3 van de 10 actieve gebruikers". */
const ofActive = (count: number, total: number) =>
  `${plural("nl", count, { other: "#" })} van de ${plural("nl", total, { one: "# actieve gebruiker", other: "# actieve gebruikers" })}`;

const isOrAre = (count: number, one: string, other: string) => plural("nl", count, { one, other });

const stranded = (count: number) =>
  count === 0
    ? "Niemand is ervan afhankelijk."
    : plural("nl", count, {
        one: "Zonder deze methode houdt # gebruiker geen tweede stap over.",
        other: "Zonder deze methode houden # gebruikers geen tweede stap over.",
      });

export const settings: Words["settings"] = {
  tabs: { label: "Instellingen", general: "Algemeen", security: "Beveiliging" },
  malformed: "Dit formulier is onderweg veranderd. Open de pagina opnieuw.",
  save: "Opslaan",
  cancel: "Annuleren",
  proveHint: "Bevestig eerst dat jij het bent om op te slaan.",
  notFresh:
    "Bevestig eerst dat jij het bent: je hebt meer dan 10 minuten geleden ingelogd. Er is nog niets opgeslagen.",
  changedMeanwhile:
    "Iemand anders, of jij in een ander tabblad, heeft deze instellingen intussen opgeslagen. Het formulier laat zien wat er is opgeslagen.",

  general: {
    title: "Algemene instellingen",
    name: "Naam van de organisatie",
    nameHint: "Staat op elke pagina, in e-mails en in de authenticator-apps van wie die vanaf nu instelt.",
    nameMissing: "Vul een naam van 1 tot 100 tekens in.",
    nameTaken: "Een andere organisatie heet al zo. Kies een andere naam.",
    language: "Standaardtaal",
    languageHint: "Voor wie zelf geen taal heeft gekozen.",
    browserLanguage: "Die van de browser",
    languageUnknown: "Kies een van de talen uit de lijst.",
    saved: "Algemene instellingen opgeslagen.",
    organisation: "Organisatie",
  },

  teams: {
    title: "Teams",
    description:
      "Managers zien de gebruikers van de teams waar ze in zitten, en wijzigen die met de rol Lid.",
    none: "Er zijn nog geen teams.",
    members: users,
    newName: "Naam van het nieuwe team",
    name: "Naam van het team",
    nameMissing: "Vul een naam van 1 tot 100 tekens in.",
    nameTaken: "Er is al een team met die naam.",
    tooMany: "Je organisatie heeft zoveel teams als er kunnen zijn. Verwijder er eerst een.",
    add: "Team toevoegen",
    added: (name) => `${name} is toegevoegd.`,
    renamed: "Het team heeft een nieuwe naam.",
    notices: { "team-deleted": "Het team is verwijderd." },
    troubles: { "team-gone": "Dat team is al verwijderd." },
    back: "Algemene instellingen",
    rename: "Team hernoemen",
    deletion: "Team verwijderen",
    deletionOf: (count) =>
      count === 0
        ? "In dit team zit niemand."
        : plural("nl", count, {
            one: "In dit team zit # gebruiker. Het account blijft; managers van dit team zien het niet meer.",
            other:
              "In dit team zitten # gebruikers. Hun accounts blijven; managers van dit team zien ze niet meer.",
          }),
    delete: "Dit team verwijderen",
    showMembers: "De gebruikers van dit team tonen",
  },

  security: {
    title: "Beveiligingsinstellingen",
    panel: "Inloggen in twee stappen",
    enable: "Inloggen in twee stappen voor gebruikers inschakelen",
    enableHint: {
      off: (asked, total) =>
        `Als je dit aanzet, ${isOrAre(asked, "wordt", "worden")} ${ofActive(asked, total)} meteen na het wachtwoord om een tweede stap gevraagd.`,
      on: (asked, total) =>
        `${ofActive(asked, total)} ${isOrAre(asked, "wordt", "worden")} na het wachtwoord om een tweede stap gevraagd.`,
    },
    enableOthers: "De anderen loggen alleen met hun wachtwoord in tot ze er een instellen.",
    methods: "Toegestane methoden",
    methodsHint: "Ten minste één zolang inloggen in twee stappen aan staat.",
    email: "E-mail",
    emailHint: (able, without) =>
      `Basisbescherming: een beveiligingscode die 90 seconden werkt. ${plural("nl", able, {
        one: "# gebruiker kan die krijgen: het adres is bevestigd.",
        other: "# gebruikers kunnen die krijgen: hun adres is bevestigd.",
      })} ${stranded(without)}`,
    authenticator: "Google Authenticator",
    authenticatorHint: (able, without) =>
      `Een code van een app op de telefoon. ${plural("nl", able, {
        one: "# gebruiker heeft die ingesteld.",
        other: "# gebruikers hebben die ingesteld.",
      })} ${stranded(without)}`,
    savedMeanwhile:
      "Iemand anders, of jij in een ander tabblad, heeft intussen andere instellingen opgeslagen: zo zijn ze nu.",
    questionMeanwhile:
      "Iemand anders, of jij in een ander tabblad, heeft intussen andere instellingen opgeslagen. De aantallen zijn die van nu: beslis opnieuw.",
    ownStepMissing:
      "Stel eerst zelf een tweede stap in om inloggen in twee stappen uit te zetten of iemand de laatste methode af te nemen. Er is nog niets opgeslagen.",
    methodsMissing: "Sta ten minste één methode toe, of zet inloggen in twee stappen uit.",
    methodUnknown: "Kies uit de methoden in de lijst.",
    enableMalformed: "Zet het vinkje of laat het weg.",
    saved: "Beveiligingsinstellingen opgeslagen.",

    switchOff: {
      title: "Inloggen in twee stappen uitzetten?",
      text: (count) =>
        plural("nl", count, {
          one: "# gebruiker die nu om een tweede stap wordt gevraagd, logt dan alleen met het wachtwoord in.",
          other:
            "# gebruikers die nu om een tweede stap worden gevraagd, loggen dan alleen met hun wachtwoord in.",
        }),
      kept: "Authenticators en herstelcodes blijven ongebruikt bewaard en werken weer als je het aanzet.",
      confirm: "Uitzetten",
      cancel: "Aan laten staan",
    },

    methodLoss: {
      title: "Mensen zonder tweede stap laten?",
      text: (count) =>
        plural("nl", count, {
          one: "# gebruiker die nu om een tweede stap wordt gevraagd, heeft geen andere methode en logt dan alleen met het wachtwoord in.",
          other:
            "# gebruikers die nu om een tweede stap worden gevraagd, hebben geen andere methode en loggen dan alleen met hun wachtwoord in.",
        }),
      own: "Dat geldt ook voor jouzelf, totdat je onder Mijn instellingen een andere methode instelt.",
      kept: "Wat ze hebben ingesteld, blijft ongebruikt bewaard en werkt weer als je het toestaat.",
      confirm: "Toch opslaan",
      cancel: "Niets wijzigen",
    },

    adoption: {
      title: "Hoe ver zijn we",
      caption: (total) =>
        plural("nl", total, {
          one: "Waarmee de ene actieve gebruiker een tweede stap kan zetten.",
          other: "Waarmee de # actieve gebruikers een tweede stap kunnen zetten.",
        }),
      email: "E-mail",
      authenticator: "Google Authenticator",
      nothing: "Nog niets",
      figure: users,
      both: (count) =>
        plural("nl", count, {
          one: "# van hen heeft beide methoden.",
          other: "# van hen hebben beide methoden.",
        }),
    },
  },
};
