/** Sentences of the screens about users: the list, and the page of one. Its form and the bulk resend have their own files. */
import type { Words } from "../en.ts";
import { plural } from "../plural";
import { addingUser, userForm } from "./user-form";

export const users: Words["users"] = {
  title: "Benutzer",
  caption: "Benutzer",
  add: "Benutzer hinzufügen",
  download: "CSV herunterladen",
  resend: "E-Mail-Bestätigungen erneut senden",
  back: "Benutzer",

  search: {
    label: "Nach Name oder E-Mail suchen",
    hint: "Drei Buchstaben oder mehr werden überall gefunden; einer oder zwei am Anfang.",
    email: "E-Mail",
    twoFactor: "Anmeldung in zwei Schritten",
    role: "Rolle",
    team: "Team",
    absentTeam: "Ein Team, das es nicht gibt",
    status: "Status",
    more: "Filter",
    apply: "Anzeigen",
    clear: "Alle Benutzer anzeigen",
    all: "Alle",
    confirmed: "Bestätigt",
    "not-confirmed": "Nicht bestätigt",
    on: "Ein",
    off: "Aus",
    authenticator: "Google Authenticator",
  },

  found: ({ count, isMore }) =>
    isMore
      ? plural("de", count, { other: "Mehr als # Benutzer gefunden" })
      : plural("de", count, { other: "# Benutzer gefunden" }),
  none: "Keine Benutzer gefunden",
  noneHint: "Prüfen Sie die Schreibweise, oder nehmen Sie einen Filter weg.",
  noneAtAll: "Hier ist noch niemand. Fügen Sie den ersten Benutzer hinzu.",
  noOwnTeam:
    "Sie sind noch in keinem Team und sehen nur die Benutzer Ihrer eigenen Teams. Bitten Sie einen Administrator, Sie in eines aufzunehmen.",
  switchedOff: "Die Anmeldung in zwei Schritten ist ausgeschaltet: Alle melden sich nur mit dem Passwort an.",
  pages: "Seiten mit Benutzern",
  previous: (size) => `Vorige ${size}`,
  next: (size) => `Nächste ${size}`,

  columns: {
    name: "Name",
    email: "E-Mail",
    confirmed: "Bestätigt",
    notConfirmed: "Nicht bestätigt",
    role: "Rolle",
    teams: "Teams",
    twoFactor: "Zweiter Schritt",
    lastLogin: "Letzte Anmeldung",
    status: "Status",
    address: "E-Mail-Adresse",
  },
  roles: { administrator: "Administrator", manager: "Manager", member: "Mitglied" },
  statuses: { active: "Aktiv", deactivated: "Deaktiviert" },
  methods: { email: "E-Mail", authenticator: "Authenticator" },
  noMethod: "Aus",
  never: "Nie",

  form: userForm,
  adding: addingUser,

  confirmation: {
    title: "Bestätigung der E-Mail-Adresse",
    state: "Adresse",
    confirmedSince: (day) => `Bestätigt seit ${day}`,
    notConfirmed: "Nicht bestätigt",
    lastSent: "Zuletzt gesendet",
    neverSent: "Nie",
    onItsWay: "Unterwegs",
    undelivered: "Nicht zugestellt",
    validUntil: "Gültig bis",
    runOut: (moment) => `Abgelaufen am ${moment}`,
  },
  twoFactor: {
    title: "Anmeldung in zwei Schritten",
    email: "E-Mail",
    authenticator: "Google Authenticator",
    recoveryCodes: "Wiederherstellungscodes",
    onSince: (day) => `Ein seit ${day}`,
    off: "Aus",
    awaitsConfirmation: "Aus, bis die Adresse bestätigt ist",
    turnedOff: "Vom Benutzer ausgeschaltet",
    onAgain: "Ein, obwohl vom Benutzer ausgeschaltet: Google Authenticator ist nicht erlaubt.",
    lockedOut: "Aus nach 100 falschen Codes hintereinander, bis er neu eingerichtet ist",
    left: (count) => plural("de", count, { other: "# übrig" }),
  },
  sessions: {
    title: "Sitzungen",
    none: "Nirgends angemeldet.",
    browser: "Browser",
    lastSeen: "Zuletzt gesehen",
    endAll: "Alle Sitzungen beenden",
    ended: "Alle Sitzungen dieses Benutzers sind beendet.",
    proveHint: "Um sie zu beenden, bestätigen Sie zuerst, dass Sie es sind.",
    notFresh:
      "Bestätigen Sie zuerst, dass Sie es sind: Sie haben sich vor mehr als 10 Minuten angemeldet. Es ist noch keine Sitzung beendet.",
  },
  activity: {
    title: "Aktivität",
    none: "Es ist noch nichts geschehen.",
    by: (name) => `von ${name}`,
    more: "Alles im Protokoll",
  },
};
