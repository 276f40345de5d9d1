/** Sentences of the screens about users: the list, and the page of one. The bulk resend has a file of its own. */

import type { Words } from "../en";
import { plural } from "../plural";

const valid = "Kies een van de waarden uit de lijst.";

export const users: Words["users"] = {
  title: "Gebruikers",
  caption: "Gebruikers",
  add: "Gebruiker toevoegen",
  download: "CSV downloaden",
  resend: "E-mailbevestigingen opnieuw sturen",
  back: "Gebruikers",

  search: {
    label: "Zoek op naam of e-mail",
    hint: "Drie letters of meer worden overal gevonden; één of twee aan het begin.",
    email: "E-mail",
    twoFactor: "Inloggen in twee stappen",
    role: "Rol",
    team: "Team",
    status: "Status",
    more: "Filters",
    apply: "Tonen",
    clear: "Alle gebruikers tonen",
    all: "Alle",
    confirmed: "Bevestigd",
    "not-confirmed": "Niet bevestigd",
    on: "Aan",
    off: "Uit",
    authenticator: "Google Authenticator",
  },

  found: ({ count, isMore }) =>
    isMore
      ? plural("nl", count, { other: "Meer dan # gebruikers gevonden" })
      : plural("nl", count, { one: "# gebruiker gevonden", other: "# gebruikers gevonden" }),
  none: "Geen gebruikers gevonden",
  noneHint: "Controleer de spelling of haal een filter weg.",
  noneAtAll: "Er is nog niemand. Voeg de eerste gebruiker toe.",
  noOwnTeam:
    "Je zit nog in geen team en ziet alleen de gebruikers van je eigen teams. Vraag een beheerder om je in een team te plaatsen.",
  switchedOff: "Inloggen in twee stappen staat uit: iedereen logt alleen met het wachtwoord in.",
  pages: "Pagina's met gebruikers",
  previous: (size) => `Vorige ${size}`,
  next: (size) => `Volgende ${size}`,

  columns: {
    name: "Naam",
    email: "E-mail",
    confirmed: "Bevestigd",
    notConfirmed: "Niet bevestigd",
    role: "Rol",
    teams: "Teams",
    twoFactor: "Tweede stap",
    lastLogin: "Laatst ingelogd",
    status: "Status",
    address: "E-mailadres",
  },
  roles: { administrator: "Beheerder", manager: "Manager", member: "Lid" },
  statuses: { active: "Actief", deactivated: "Gedeactiveerd" },
  methods: { email: "E-mail", authenticator: "Authenticator" },
  noMethod: "Uit",
  never: "Nooit",

  form: {
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
      "Bevestig eerst dat jij het bent om de rol of het e-mailadres te wijzigen: je hebt meer dan 10 minuten geleden ingelogd. Er is nog niets opgeslagen.",
    ownStepHint: "Stel eerst zelf een tweede stap in om dit te wijzigen.",
    ownStepMissing:
      "Stel eerst zelf een tweede stap in om een adres te wijzigen of een rol te geven. Er is nog niets opgeslagen.",
    lastAdministrator:
      "Dit is de enige actieve beheerder. Maak eerst iemand anders beheerder; er is niets opgeslagen.",
    changedMeanwhile: (time, differing) =>
      `Iemand anders heeft deze gebruiker om ${time} gewijzigd. Kijk het na en sla opnieuw op.${
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
  },
  adding: {
    title: "Gebruiker toevoegen",
    panel: "Nieuwe gebruiker",
    emailHint: "Hiermee logt de gebruiker in, en hierheen gaat de activeringsmail.",
    notFresh:
      "Bevestig eerst dat jij het bent om deze rol te geven: je hebt meer dan 10 minuten geleden ingelogd. Er is nog niets opgeslagen.",
    proveHint: "Bevestig eerst dat jij het bent om een hogere rol dan Lid te geven.",
    ownStepHint: "Stel eerst zelf een tweede stap in om een hogere rol dan Lid te geven.",
    notices: {
      added: "De gebruiker is toegevoegd.",
      mailed: "De gebruiker is toegevoegd en de activeringsmail is onderweg.",
      deactivated: "De gebruiker is toegevoegd. Er is geen e-mail gestuurd: deze gebruiker is gedeactiveerd.",
    },
  },

  confirmation: {
    title: "Bevestiging van het e-mailadres",
    state: "Adres",
    confirmedSince: (day) => `Bevestigd sinds ${day}`,
    notConfirmed: "Niet bevestigd",
    lastSent: "Laatst gestuurd",
    neverSent: "Nooit",
    onItsWay: "Onderweg",
    validUntil: "Geldig tot",
    runOut: (moment) => `Verlopen op ${moment}`,
  },
  twoFactor: {
    title: "Inloggen in twee stappen",
    email: "E-mail",
    authenticator: "Google Authenticator",
    recoveryCodes: "Herstelcodes",
    onSince: (day) => `Aan sinds ${day}`,
    off: "Uit",
    awaitsConfirmation: "Uit tot het adres is bevestigd",
    turnedOff: "Uitgezet door de gebruiker",
    onAgain: "Aan, hoewel de gebruiker het heeft uitgezet: Google Authenticator is niet toegestaan.",
    lockedOut: "Uit na 100 verkeerde codes achter elkaar, tot hij opnieuw is ingesteld",
    left: (count) => plural("nl", count, { other: "Nog # over" }),
  },
  sessions: {
    title: "Sessies",
    none: "Nergens ingelogd.",
    browser: "Browser",
    lastSeen: "Laatst gezien",
    endAll: "Alle sessies beëindigen",
    ended: "Alle sessies van deze gebruiker zijn beëindigd.",
    proveHint: "Bevestig eerst dat jij het bent om ze te beëindigen.",
    notFresh:
      "Bevestig eerst dat jij het bent: je hebt meer dan 10 minuten geleden ingelogd. Er is nog geen sessie beëindigd.",
  },
  activity: {
    title: "Activiteit",
    none: "Er is nog niets gebeurd.",
    by: (name) => `door ${name}`,
    more: "Alles in het logboek",
  },
};
