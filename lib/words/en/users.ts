/** Sentences of the screens about users: the list, and the page of one. The bulk resend has a file of its own. */
import { plural } from "../plural";

const valid = "Choose one of the values in the list.";

export const users = {
  title: "Users",
  caption: "Users",
  add: "Add user",
  download: "Download CSV",
  resend: "Resend E-mail confirmations",
  back: "Users",

  search: {
    label: "Search by name or e-mail",
    hint: "Three letters or more are found anywhere; one or two at the beginning.",
    email: "E-mail",
    twoFactor: "Two Factor Login",
    role: "Role",
    team: "Team",
    status: "Status",
    more: "Filters",
    apply: "Show",
    clear: "Show all users",
    all: "All",
    confirmed: "Confirmed",
    "not-confirmed": "Not confirmed",
    on: "On",
    off: "Off",
    authenticator: "Google Authenticator",
  },

  found: ({ count, isMore }: { count: number; isMore: boolean }) =>
    isMore
      ? plural("en", count, { other: "More than # users found" })
      : plural("en", count, { one: "# user found", other: "# users found" }),
  none: "No users found",
  noneHint: "Check the spelling, or take a filter away.",
  noneAtAll: "There is nobody here yet. Add the first user.",
  noOwnTeam:
    "You are in no team yet, and see only the users of your own teams. Ask an administrator to put you into one.",
  switchedOff: "Two-factor login is switched off: everybody logs in with the password alone.",
  pages: "Pages of users",
  previous: (size: number) => `Previous ${size}`,
  next: (size: number) => `Next ${size}`,

  columns: {
    name: "Name",
    email: "E-mail",
    confirmed: "Confirmed",
    notConfirmed: "Not confirmed",
    role: "Role",
    teams: "Teams",
    twoFactor: "Two-factor",
    lastLogin: "Last login",
    status: "Status",
    address: "E-mail address",
  },
  roles: { administrator: "Administrator", manager: "Manager", member: "Member" },
  statuses: { active: "Active", deactivated: "Deactivated" },
  methods: { email: "E-mail", authenticator: "Authenticator" },
  noMethod: "Off",
  never: "Never",

  form: {
    title: "User",
    name: "Name",
    nameMissing: "Enter a name of 1 to 100 characters.",
    email: "E-mail address",
    emailHint:
      "The user logs in with it. A changed address must be confirmed again; both addresses are told.",
    emailMissing: "Enter an e-mail address, such as name@example.com.",
    emailTaken: "A user with this e-mail address exists already.",
    role: "Role",
    roleUnknown: valid,
    roleNotYours: "You cannot hand out this role. Choose another one.",
    teams: "Teams",
    teamsHint: "Managers see the users of their own teams.",
    teamUnknown: "Choose among the teams in the list.",
    teamMissing: "Choose at least one of your teams: you would not see this user otherwise.",
    status: "Status",
    statusHint: "Somebody who is deactivated is logged out at once and cannot log in.",
    statusUnknown: valid,
    activation: "Send activation E-mail",
    activationHint: "A link to confirm the address, and to choose a password. It is valid for 7 days.",
    activationMalformed: "Tick the box or leave it empty.",
    save: "Save",
    malformed: "This form was changed on its way. Open the page again.",
    proveHint: "To change it, confirm first that it is you.",
    notFresh:
      "To change the role or the e-mail address, confirm first that it is you: you logged in more than 10 minutes ago. Nothing is saved yet.",
    ownStepHint: "To change it, set up a second step of your own first.",
    ownStepMissing:
      "To change an address or hand out a role, set up a second step of your own first. Nothing is saved yet.",
    lastAdministrator:
      "This is the only active Administrator. Make somebody else an Administrator first; nothing is saved.",
    changedMeanwhile: (time: string, differing: string[]) =>
      `Someone else changed this user at ${time}. Check and save again.${
        differing.length > 0 ? ` Saved meanwhile: ${differing.join("; ")}.` : ""
      }`,
    noTeam: "no team",
    saved: {
      nothing: "The user is saved.",
      activation: "The user is saved, and the activation e-mail is on its way.",
      "address-changed": "The user is saved. Both addresses are told, and the new one must be confirmed.",
      "old-address-told":
        "The user is saved. The old address is told; the new one gets no e-mail, because this user is deactivated.",
      "confirmed-already": "The user is saved. No e-mail was sent: this user's address is confirmed already.",
      deactivated: "The user is saved. No e-mail was sent: this user is deactivated.",
    },
  },
  adding: {
    title: "Add user",
    panel: "New user",
    emailHint: "The user logs in with it, and the activation e-mail goes there.",
    notFresh:
      "To hand out this role, confirm first that it is you: you logged in more than 10 minutes ago. Nothing is saved yet.",
    proveHint: "To hand out a role above Member, confirm first that it is you.",
    ownStepHint: "To hand out a role above Member, set up a second step of your own first.",
    notices: {
      added: "The user is added.",
      mailed: "The user is added, and the activation e-mail is on its way.",
      deactivated: "The user is added. No e-mail was sent: this user is deactivated.",
    },
  },

  confirmation: {
    title: "E-mail confirmation",
    state: "Address",
    confirmedSince: (day: string) => `Confirmed since ${day}`,
    notConfirmed: "Not confirmed",
    lastSent: "Last sent",
    neverSent: "Never",
    onItsWay: "On its way",
    validUntil: "Valid until",
    runOut: (moment: string) => `Ran out on ${moment}`,
  },
  twoFactor: {
    title: "Two-factor login",
    email: "E-mail",
    authenticator: "Google Authenticator",
    recoveryCodes: "Recovery codes",
    onSince: (day: string) => `On since ${day}`,
    off: "Off",
    awaitsConfirmation: "Off until the address is confirmed",
    turnedOff: "Turned off by the user",
    onAgain: "On, although the user turned it off: Google Authenticator is not allowed.",
    lockedOut: "Off after 100 wrong codes in a row, until it is set up again",
    left: (count: number) => plural("en", count, { other: "# left" }),
  },
  sessions: {
    title: "Sessions",
    none: "Not logged in anywhere.",
    browser: "Browser",
    lastSeen: "Last seen",
    endAll: "End all sessions",
    ended: "All sessions of this user have ended.",
    proveHint: "To end them, confirm first that it is you.",
    notFresh:
      "Confirm first that it is you: you logged in more than 10 minutes ago. No session has ended yet.",
  },
  activity: {
    title: "Activity",
    none: "Nothing has happened yet.",
    by: (name: string) => `by ${name}`,
    more: "Everything in the audit log",
  },
};
