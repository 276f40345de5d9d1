/** Sentences of the form of a user: for a change, and for a new one. */
import type { Words } from "../en.ts";

const valid = "Wählen Sie einen der Werte aus der Liste.";

export const userForm: Words["users"]["form"] = {
  title: "Benutzer",
  name: "Name",
  nameMissing: "Geben Sie einen Namen mit 1 bis 100 Zeichen ein.",
  email: "E-Mail-Adresse",
  emailHint:
    "Damit meldet sich der Benutzer an. Eine geänderte Adresse muss erneut bestätigt werden; beide Adressen werden benachrichtigt.",
  emailMissing: "Geben Sie eine E-Mail-Adresse ein, zum Beispiel name@example.com.",
  emailTaken: "Es gibt schon einen Benutzer mit dieser E-Mail-Adresse.",
  role: "Rolle",
  roleUnknown: valid,
  roleNotYours: "Diese Rolle können Sie nicht vergeben. Wählen Sie eine andere.",
  teams: "Teams",
  teamsHint: "Manager sehen die Benutzer ihrer eigenen Teams.",
  teamUnknown: "Wählen Sie unter den Teams in der Liste.",
  teamGone:
    "Ein hier gewähltes Team gibt es nicht mehr. Prüfen Sie die Teams und speichern Sie noch einmal; es ist noch nichts gespeichert.",
  teamMissing: "Wählen Sie mindestens eines Ihrer Teams: Sonst sehen Sie diesen Benutzer nicht.",
  status: "Status",
  statusHint: "Wer deaktiviert ist, wird sofort abgemeldet und kann sich nicht mehr anmelden.",
  statusUnknown: valid,
  activation: "Aktivierungs-E-Mail senden",
  activationHint: "Ein Link, um die Adresse zu bestätigen und ein Passwort zu wählen. Er gilt 7 Tage lang.",
  activationMalformed: "Setzen Sie das Häkchen oder lassen Sie es weg.",
  save: "Speichern",
  malformed: "Dieses Formular wurde unterwegs verändert. Öffnen Sie die Seite neu.",
  proveHint: "Um das zu ändern, bestätigen Sie zuerst, dass Sie es sind.",
  notFresh:
    "Um die Rolle, die E-Mail-Adresse oder den Status zu ändern, bestätigen Sie zuerst, dass Sie es sind: Sie haben sich vor mehr als 10 Minuten angemeldet. Es ist noch nichts gespeichert.",
  ownStepHint: "Um das zu ändern, richten Sie zuerst selbst einen zweiten Schritt ein.",
  ownStepMissing:
    "Um eine Adresse zu ändern oder eine Rolle zu vergeben, richten Sie zuerst selbst einen zweiten Schritt ein. Es ist noch nichts gespeichert.",
  mailedEnough: (when) =>
    `An diese Adresse gingen schon mehrere Aktivierungs-E-Mails, und der Link in der letzten gilt. Senden Sie die nächste ${when} oder speichern Sie ohne sie. Es ist noch nichts gespeichert.`,
  addressMailedEnough: (when) =>
    `An die neue Adresse gingen schon mehrere E-Mails. Ändern Sie sie ${when}. Es ist noch nichts gespeichert.`,
  lastAdministrator:
    "Es gibt keinen anderen aktiven Administrator, der ein Passwort gewählt hat. Es ist nichts gespeichert: Zuerst muss sich ein anderer anmelden können.",
  changedMeanwhile: (byOneself, when, differing) =>
    `${byOneself ? "In einem anderen Tab haben Sie" : "Jemand anderes hat"} diesen Benutzer ${when} geändert. Prüfen und speichern Sie noch einmal.${
      differing.length > 0 ? ` Inzwischen gespeichert: ${differing.join("; ")}.` : ""
    }`,
  noTeam: "kein Team",
  saved: {
    nothing: "Der Benutzer ist gespeichert.",
    activation: "Der Benutzer ist gespeichert, und die Aktivierungs-E-Mail ist unterwegs.",
    "address-changed":
      "Der Benutzer ist gespeichert. Beide Adressen werden benachrichtigt, und die neue muss bestätigt werden.",
    "old-address-told":
      "Der Benutzer ist gespeichert. Die alte Adresse wird benachrichtigt; die neue erhält keine E-Mail, weil dieser Benutzer deaktiviert ist.",
    "confirmed-already":
      "Der Benutzer ist gespeichert. Es wurde keine E-Mail gesendet: Die Adresse dieses Benutzers ist schon bestätigt.",
    deactivated:
      "Der Benutzer ist gespeichert. Es wurde keine E-Mail gesendet: Dieser Benutzer ist deaktiviert.",
  },
};

export const addingUser: Words["users"]["adding"] = {
  title: "Benutzer hinzufügen",
  panel: "Neuer Benutzer",
  emailHint: "Damit meldet sich der Benutzer an, und dorthin geht die Aktivierungs-E-Mail.",
  notFresh:
    "Um diese Rolle zu vergeben, bestätigen Sie zuerst, dass Sie es sind: Sie haben sich vor mehr als 10 Minuten angemeldet. Es ist noch nichts gespeichert.",
  addressMailedEnough: (when) =>
    `An diese Adresse gingen schon mehrere E-Mails. Fügen Sie den Benutzer ${when} hinzu. Es ist noch nichts gespeichert.`,
  proveHint: "Um eine höhere Rolle als Mitglied zu vergeben, bestätigen Sie zuerst, dass Sie es sind.",
  ownStepHint:
    "Um eine höhere Rolle als Mitglied zu vergeben, richten Sie zuerst selbst einen zweiten Schritt ein.",
  notices: {
    added: "Der Benutzer ist hinzugefügt.",
    mailed: "Der Benutzer ist hinzugefügt, und die Aktivierungs-E-Mail ist unterwegs.",
    deactivated:
      "Der Benutzer ist hinzugefügt. Es wurde keine E-Mail gesendet: Dieser Benutzer ist deaktiviert.",
    "there-already":
      "Diesen Benutzer gibt es schon, mit genau diesen Angaben. Es wurde nichts doppelt ausgeführt.",
  },
};
