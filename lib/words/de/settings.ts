/** Sentences of the settings screens. */
import type { Words } from "../en.ts";
import { plural } from "../plural";

const users = (count: number) => plural("de", count, { other: "# Benutzer" });

/** "3 von 10 aktiven Benutzern". */
const ofActive = (count: number, total: number) =>
  `${plural("de", count, { other: "#" })} von ${plural("de", total, { one: "# aktiven Benutzer", other: "# aktiven Benutzern" })}`;

const stranded = (count: number) =>
  count === 0
    ? "Niemand ist darauf angewiesen."
    : plural("de", count, {
        one: "Ohne sie hätte # Benutzer keinen zweiten Schritt mehr.",
        other: "Ohne sie hätten # Benutzer keinen zweiten Schritt mehr.",
      });

export const settings: Words["settings"] = {
  tabs: { label: "Einstellungen", general: "Allgemein", security: "Sicherheit" },
  malformed: "Dieses Formular wurde unterwegs verändert. Öffnen Sie die Seite neu.",
  save: "Speichern",
  cancel: "Abbrechen",
  proveHint: "Um zu speichern, bestätigen Sie zuerst, dass Sie es sind.",
  notFresh:
    "Bestätigen Sie zuerst, dass Sie es sind: Sie haben sich vor mehr als 10 Minuten angemeldet. Es ist noch nichts gespeichert.",
  changedMeanwhile:
    "Jemand anderes oder Sie in einem anderen Tab haben diese Einstellungen inzwischen gespeichert. Das Formular zeigt, was gespeichert wurde.",

  general: {
    title: "Allgemeine Einstellungen",
    name: "Name der Organisation",
    nameHint:
      "Steht auf jeder Seite, in E-Mails und in den Authenticator-Apps derer, die sie von jetzt an einrichten.",
    nameMissing: "Geben Sie einen Namen mit 1 bis 100 Zeichen ein.",
    nameTaken: "Eine andere Organisation heißt schon so. Wählen Sie einen anderen Namen.",
    language: "Standardsprache",
    languageHint: "Für Personen, die selbst keine Sprache gewählt haben.",
    browserLanguage: "Die des Browsers",
    languageUnknown: "Wählen Sie eine der Sprachen aus der Liste.",
    saved: "Allgemeine Einstellungen gespeichert.",
    organisation: "Organisation",
  },

  teams: {
    title: "Teams",
    description:
      "Manager sehen die Benutzer der Teams, in denen sie sind, und ändern die mit der Rolle Mitglied.",
    none: "Es gibt noch keine Teams.",
    members: users,
    newName: "Name des neuen Teams",
    name: "Name des Teams",
    nameMissing: "Geben Sie einen Namen mit 1 bis 100 Zeichen ein.",
    nameTaken: "Es gibt schon ein Team mit diesem Namen.",
    tooMany: "Ihre Organisation hat so viele Teams, wie sie haben kann. Löschen Sie zuerst eines.",
    add: "Team hinzufügen",
    added: (name) => `${name} ist hinzugefügt.`,
    renamed: "Das Team ist umbenannt.",
    notices: { "team-deleted": "Das Team ist gelöscht." },
    troubles: { "team-gone": "Dieses Team ist schon gelöscht." },
    back: "Allgemeine Einstellungen",
    rename: "Team umbenennen",
    deletion: "Team löschen",
    deletionOf: (count) =>
      count === 0
        ? "In diesem Team ist niemand."
        : plural("de", count, {
            one: "In diesem Team ist # Benutzer. Das Konto bleibt; Manager dieses Teams sehen es nicht mehr.",
            other:
              "In diesem Team sind # Benutzer. Ihre Konten bleiben; Manager dieses Teams sehen sie nicht mehr.",
          }),
    delete: "Dieses Team löschen",
    showMembers: "Die Benutzer dieses Teams anzeigen",
  },

  security: {
    title: "Sicherheitseinstellungen",
    panel: "Anmeldung in zwei Schritten",
    enable: "Anmeldung in zwei Schritten für Benutzer aktivieren",
    enableHint: {
      off: (asked, total) =>
        `Eingeschaltet ${plural("de", asked, { one: "würde", other: "würden" })} ${ofActive(asked, total)} sofort nach dem Passwort um einen zweiten Schritt gebeten.`,
      on: (asked, total) =>
        `${ofActive(asked, total)} ${plural("de", asked, { one: "wird", other: "werden" })} nach dem Passwort um einen zweiten Schritt gebeten.`,
    },
    enableOthers: "Die anderen melden sich nur mit dem Passwort an, bis sie einen einrichten.",
    methods: "Erlaubte Methoden",
    methodsHint: "Mindestens eine, solange die Anmeldung in zwei Schritten eingeschaltet ist.",
    email: "E-Mail",
    emailHint: (able, without) =>
      `Einfacher Schutz: ein Sicherheitscode, der 90 Sekunden lang gilt. ${plural("de", able, {
        one: "# Benutzer kann diese Methode verwenden: Die Adresse ist bestätigt.",
        other: "# Benutzer können diese Methode verwenden: Ihre Adresse ist bestätigt.",
      })} ${stranded(without)}`,
    authenticator: "Google Authenticator",
    authenticatorHint: (able, without) =>
      `Ein Code aus einer App auf dem Telefon. ${plural("de", able, {
        one: "# Benutzer hat diese Methode eingerichtet.",
        other: "# Benutzer haben diese Methode eingerichtet.",
      })} ${stranded(without)}`,
    savedMeanwhile:
      "Jemand anderes oder Sie in einem anderen Tab haben inzwischen andere Einstellungen gespeichert: So sind sie jetzt.",
    questionMeanwhile:
      "Jemand anderes oder Sie in einem anderen Tab haben inzwischen andere Einstellungen gespeichert. Die Zahlen sind die von jetzt: Entscheiden Sie neu.",
    ownStepMissing:
      "Um die Anmeldung in zwei Schritten auszuschalten oder jemandem die letzte Methode zu nehmen, richten Sie zuerst selbst einen zweiten Schritt ein. Es ist noch nichts gespeichert.",
    methodsMissing:
      "Erlauben Sie mindestens eine Methode, oder schalten Sie die Anmeldung in zwei Schritten aus.",
    methodUnknown: "Wählen Sie unter den Methoden in der Liste.",
    enableMalformed: "Setzen Sie das Häkchen oder lassen Sie es weg.",
    saved: "Sicherheitseinstellungen gespeichert.",

    switchOff: {
      title: "Anmeldung in zwei Schritten ausschalten?",
      text: (count) =>
        plural("de", count, {
          one: "# Benutzer, der heute um einen zweiten Schritt gebeten wird, würde sich dann nur mit dem Passwort anmelden.",
          other:
            "# Benutzer, die heute um einen zweiten Schritt gebeten werden, würden sich dann nur mit dem Passwort anmelden.",
        }),
      kept: "Authenticatoren und Wiederherstellungscodes bleiben unbenutzt erhalten und gelten wieder, wenn Sie sie einschalten.",
      confirm: "Ausschalten",
      cancel: "Eingeschaltet lassen",
    },

    methodLoss: {
      title: "Personen ohne zweiten Schritt lassen?",
      text: (count) =>
        plural("de", count, {
          one: "# Benutzer, der heute um einen zweiten Schritt gebeten wird, hat keine andere Methode und würde sich dann nur mit dem Passwort anmelden.",
          other:
            "# Benutzer, die heute um einen zweiten Schritt gebeten werden, haben keine andere Methode und würden sich dann nur mit dem Passwort anmelden.",
        }),
      own: "Das betrifft auch Sie selbst, bis Sie unter „Meine Einstellungen“ eine andere Methode einrichten.",
      kept: "Was sie eingerichtet haben, bleibt unbenutzt erhalten und gilt wieder, wenn Sie es erlauben.",
      confirm: "Trotzdem speichern",
      cancel: "Nichts ändern",
    },

    adoption: {
      title: "Wie weit wir sind",
      caption: (total) =>
        plural("de", total, {
          one: "Womit der eine aktive Benutzer einen zweiten Schritt gehen kann.",
          other: "Womit die # aktiven Benutzer einen zweiten Schritt gehen können.",
        }),
      email: "E-Mail",
      authenticator: "Google Authenticator",
      nothing: "Noch nichts",
      figure: users,
      both: (count) =>
        plural("de", count, {
          one: "# davon hat beide Methoden.",
          other: "# davon haben beide Methoden.",
        }),
    },
  },
};
