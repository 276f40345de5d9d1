/** Sentences of the screens about users: the list, and the page of one. Its form and the bulk resend have their own files. */
import { plural } from "../plural";
import { addingUser, userForm } from "./user-form";

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
    absentTeam: "A team that is not there",
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

  form: userForm,
  adding: addingUser,

  confirmation: {
    title: "E-mail confirmation",
    state: "Address",
    confirmedSince: (day: string) => `Confirmed since ${day}`,
    notConfirmed: "Not confirmed",
    lastSent: "Last sent",
    neverSent: "Never",
    onItsWay: "On its way",
    undelivered: "Not delivered",
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
