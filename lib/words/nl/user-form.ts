/** Sentences of the form of a user: for a change, and for a new one. */
import type { Words } from "../en.ts";

const valid = "Kies een van de waarden uit de lijst.";

export const userForm: Words["users"]["form"] = {
  title: "Gebruiker",
  name: "Naam",
  nameMissing: "Vul een naam van 1 tot 100 tekens in.",
  email: "E-mailadres",
  emailHint:
    "Hiermee logt de gebruiker in. Een gewijzigd adres moet opnieuw worden bevestigd; beide adressen krijgen bericht.",
  emailMissing: "Vul een e-mailadres in, zoals naam@example.com.",
  emailTaken: "Er is al een gebruiker met dit e-mailadres.",
  role: "Rol",
  roleUnknown: valid,
  roleNotYours: "Deze rol kun je niet geven. Kies een andere.",
  teams: "Teams",
  teamsHint: "Managers zien de gebruikers van hun eigen teams.",
  teamUnknown: "Kies uit de teams in de lijst.",
  teamGone:
    "Een team dat hier gekozen was, is er niet meer. Kijk de teams na en sla opnieuw op; er is nog niets opgeslagen.",
  teamMissing: "Kies ten minste één van je teams: anders zie je deze gebruiker niet.",
  status: "Status",
  statusHint: "Wie gedeactiveerd is, wordt meteen uitgelogd en kan niet meer inloggen.",
  statusUnknown: valid,
  activation: "Activeringsmail sturen",
  activationHint: "Een link om het adres te bevestigen en een wachtwoord te kiezen. Die is 7 dagen geldig.",
  activationMalformed: "Zet het vinkje of laat het weg.",
  save: "Opslaan",
  malformed: "Dit formulier is onderweg veranderd. Open de pagina opnieuw.",
  proveHint: "Bevestig eerst dat jij het bent om dit te wijzigen.",
  notFresh:
    "Bevestig eerst dat jij het bent om de rol, het e-mailadres of de status te wijzigen: je hebt meer dan 10 minuten geleden ingelogd. Er is nog niets opgeslagen.",
  ownStepHint: "Stel eerst zelf een tweede stap in om dit te wijzigen.",
  ownStepMissing:
    "Stel eerst zelf een tweede stap in om een adres te wijzigen of een rol te geven. Er is nog niets opgeslagen.",
  mailedEnough: (when) =>
    `Er zijn al verschillende activeringsmails naar dit adres gestuurd, en de link in de laatste werkt. Stuur de volgende ${when}, of sla op zonder. Er is nog niets opgeslagen.`,
  addressMailedEnough: (when) =>
    `Er zijn al verschillende e-mails naar het nieuwe adres gestuurd. Wijzig het ${when}. Er is nog niets opgeslagen.`,
  lastAdministrator:
    "Er is geen andere actieve beheerder die een wachtwoord heeft gekozen. Er is niets opgeslagen: eerst moet een ander kunnen inloggen.",
  changedMeanwhile: (byOneself, when, differing) =>
    `${byOneself ? "In een ander tabblad heb je" : "Iemand anders heeft"} deze gebruiker ${when} gewijzigd. Kijk het na en sla opnieuw op.${
      differing.length > 0 ? ` Intussen opgeslagen: ${differing.join("; ")}.` : ""
    }`,
  noTeam: "geen team",
  saved: {
    nothing: "De gebruiker is opgeslagen.",
    activation: "De gebruiker is opgeslagen en de activeringsmail is onderweg.",
    "address-changed":
      "De gebruiker is opgeslagen. Beide adressen krijgen bericht en het nieuwe moet worden bevestigd.",
    "old-address-told":
      "De gebruiker is opgeslagen. Het oude adres krijgt bericht; het nieuwe krijgt geen e-mail, omdat deze gebruiker gedeactiveerd is.",
    "confirmed-already":
      "De gebruiker is opgeslagen. Er is geen e-mail gestuurd: het adres van deze gebruiker is al bevestigd.",
    deactivated: "De gebruiker is opgeslagen. Er is geen e-mail gestuurd: deze gebruiker is gedeactiveerd.",
  },
};

export const addingUser: Words["users"]["adding"] = {
  title: "Gebruiker toevoegen",
  panel: "Nieuwe gebruiker",
  emailHint: "Hiermee logt de gebruiker in, en hierheen gaat de activeringsmail.",
  notFresh:
    "Bevestig eerst dat jij het bent om deze rol te geven: je hebt meer dan 10 minuten geleden ingelogd. Er is nog niets opgeslagen.",
  addressMailedEnough: (when) =>
    `Er zijn al verschillende e-mails naar dit adres gestuurd. Voeg de gebruiker ${when} toe. Er is nog niets opgeslagen.`,
  proveHint: "Bevestig eerst dat jij het bent om een hogere rol dan Lid te geven.",
  ownStepHint: "Stel eerst zelf een tweede stap in om een hogere rol dan Lid te geven.",
  notices: {
    added: "De gebruiker is toegevoegd.",
    mailed: "De gebruiker is toegevoegd en de activeringsmail is onderweg.",
    deactivated: "De gebruiker is toegevoegd. Er is geen e-mail gestuurd: deze gebruiker is gedeactiveerd.",
    "there-already": "Deze gebruiker is er al, met precies deze gegevens. Er is niets dubbel gedaan.",
  },
};
