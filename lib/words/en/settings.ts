/** Sentences of the settings screens. */
import { plural } from "../plural";

const users = (count: number) => plural("en", count, { one: "# user", other: "# users" });

/** "3 of 10 active users". */
const ofActive = (count: number, total: number) =>
  `${plural("en", count, { other: "#" })} of ${plural("en", total, { one: "# active user", other: "# active users" })}`;

export const settings = {
  tabs: { label: "Settings", general: "General", security: "Security" },
  malformed: "This form was changed on its way. Open the page again.",
  save: "Save",
  cancel: "Cancel",
  proveHint: "To save, confirm first that it is you.",
  notFresh: "Confirm first that it is you: you logged in more than 10 minutes ago. Nothing is saved yet.",
  changedMeanwhile:
    "Someone else, or you in another tab, saved these settings in the meantime. The form shows what was saved.",

  general: {
    title: "General settings",
    name: "Organisation name",
    nameHint:
      "Shown on every page, in e-mails, and in the authenticator apps of people who enrol from now on.",
    nameMissing: "Enter a name of 1 to 100 characters.",
    nameTaken: "Another organisation has that name. Choose another one.",
    language: "Default language",
    languageHint: "For people who have not chosen a language themselves.",
    browserLanguage: "That of the browser",
    languageUnknown: "Choose one of the languages in the list.",
    saved: "General settings saved.",
    organisation: "Organisation",
  },

  teams: {
    title: "Teams",
    description:
      "Managers see the users of the teams that they are in, and change those whose role is Member.",
    none: "There are no teams yet.",
    members: users,
    newName: "Name of the new team",
    name: "Team name",
    nameMissing: "Enter a name of 1 to 100 characters.",
    nameTaken: "There is a team with that name already.",
    tooMany: "Your organisation has as many teams as it can have. Delete one first.",
    add: "Add team",
    added: (name: string) => `${name} is added.`,
    renamed: "The team is renamed.",
    notices: { "team-deleted": "The team is deleted." },
    troubles: { "team-gone": "That team is deleted already." },
    back: "General settings",
    rename: "Rename team",
    deletion: "Delete team",
    deletionOf: (count: number) =>
      count === 0
        ? "Nobody is in this team."
        : plural("en", count, {
            one: "# user is in this team. The account stays; managers of this team no longer see it.",
            other: "# users are in this team. Their accounts stay; managers of this team no longer see them.",
          }),
    delete: "Delete this team",
    showMembers: "Show the users of this team",
  },

  security: {
    title: "Security settings",
    panel: "Two-factor login",
    enable: "Enable Two-factor user login",
    enableHint: {
      off: (asked: number, total: number) =>
        `Switched on, ${ofActive(asked, total)} would be asked for a second step after the password, at once.`,
      on: (asked: number, total: number) =>
        `${ofActive(asked, total)} ${plural("en", asked, { one: "is", other: "are" })} asked for a second step after the password.`,
    },
    enableOthers: "The others log in with the password alone until they set one up.",
    methods: "Allowed methods",
    methodsHint: "At least one while two-factor login is on.",
    email: "E-mail",
    emailHint: (able: number, stranded: number) =>
      `Basic protection: a security code that works for 90 seconds. ${users(able)} can use it: their address is confirmed. ${
        stranded === 0
          ? "Nobody depends on it."
          : `Without it, ${users(stranded)} would have no second step left.`
      }`,
    authenticator: "Google Authenticator",
    authenticatorHint: (able: number, stranded: number) =>
      `A code from an app on the phone. ${users(able)} ${able === 1 ? "has" : "have"} set it up. ${
        stranded === 0
          ? "Nobody depends on it."
          : `Without it, ${users(stranded)} would have no second step left.`
      }`,
    savedMeanwhile:
      "Someone else, or you in another tab, saved other settings in the meantime: this is how they are now.",
    questionMeanwhile:
      "Someone else, or you in another tab, saved other settings in the meantime. The numbers are those of now: decide anew.",
    ownStepMissing:
      "To switch two-factor login off, or to take somebody's last method away, set up a second step of your own first. Nothing is saved yet.",
    methodsMissing: "Allow at least one method, or switch two-factor login off.",
    methodUnknown: "Choose among the methods in the list.",
    enableMalformed: "Tick the box or leave it empty.",
    saved: "Security settings saved.",

    switchOff: {
      title: "Switch two-factor login off?",
      text: (count: number) =>
        plural("en", count, {
          one: "# user who is asked for a second step today would then log in with the password alone.",
          other: "# users who are asked for a second step today would then log in with the password alone.",
        }),
      kept: "Authenticators and recovery codes are kept, unused, and work again when you switch it on.",
      confirm: "Switch it off",
      cancel: "Leave it on",
    },

    methodLoss: {
      title: "Leave people without a second step?",
      text: (count: number) =>
        plural("en", count, {
          one: "# user who is asked for a second step today has no other method and would then log in with the password alone.",
          other:
            "# users who are asked for a second step today have no other method and would then log in with the password alone.",
        }),
      own: "That includes you, until you set up another method under My settings.",
      kept: "What they have set up is kept, unused, and works again when you allow it.",
      confirm: "Save all the same",
      cancel: "Change nothing",
    },

    adoption: {
      title: "How far along",
      caption: (total: number) =>
        plural("en", total, {
          one: "What the one active user can prove a second step with.",
          other: "What the # active users can prove a second step with.",
        }),
      email: "E-mail",
      authenticator: "Google Authenticator",
      nothing: "Nothing yet",
      figure: users,
      both: (count: number) =>
        plural("en", count, { one: "# of them has both methods.", other: "# of them have both methods." }),
    },
  },
};
