/** Sentences of the screens about users: the list, and the page of one. Its form and the bulk resend have their own files. */
import type { Words } from "../en.ts";
import { plural } from "../plural";
import { addingUser, userForm } from "./user-form";

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
    absentTeam: "Een team dat er niet is",
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

  form: userForm,
  adding: addingUser,

  confirmation: {
    title: "Bevestiging van het e-mailadres",
    state: "Adres",
    confirmedSince: (day) => `Bevestigd sinds ${day}`,
    notConfirmed: "Niet bevestigd",
    lastSent: "Laatst gestuurd",
    neverSent: "Nooit",
    onItsWay: "Onderweg",
    undelivered: "Niet bezorgd",
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
    left: (count) => plural("nl", count, { other: "# over" }),
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
