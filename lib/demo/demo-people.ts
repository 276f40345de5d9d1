/** Who lives in the demo organisation: one login for each state, and colleagues who fill the lists. */
import type { Role } from "@/lib/sessions/session";

export const demoOrganisation = "Acme";

/** Everybody's password in the demo, which listens on this computer only. */
export const demoPassword = "lantern orchard violin";

export const demoTeams = ["Workshop", "Front desk", "Laboratory"] as const;

export type DemoLogin = {
  name: string;
  email: string;
  role: Role;
  /** What this login shows, as the list of demo logins says it. */
  state: string;
  confirmed: boolean;
  emailMethodEnabled: boolean;
  authenticator: boolean;
  deactivated: boolean;
  teams: (typeof demoTeams)[number][];
};

const member = {
  role: "member",
  confirmed: true,
  emailMethodEnabled: true,
  authenticator: false,
  deactivated: false,
} as const;

export const demoLogins: DemoLogin[] = [
  {
    ...member,
    name: "Ada Archer",
    email: "ada@acme.example",
    role: "administrator",
    state: "Administrator, code by e-mail",
    teams: ["Workshop"],
  },
  {
    ...member,
    name: "Milan Moss",
    email: "milan@acme.example",
    role: "manager",
    state: "Manager of the Workshop, code by e-mail",
    teams: ["Workshop"],
  },
  {
    ...member,
    name: "Emma Eves",
    email: "emma@acme.example",
    state: "Member, code by e-mail",
    teams: ["Workshop"],
  },
  {
    ...member,
    name: "Theo Thorn",
    email: "theo@acme.example",
    state: "Member, authenticator only",
    emailMethodEnabled: false,
    authenticator: true,
    teams: ["Front desk"],
  },
  {
    ...member,
    name: "Bea Both",
    email: "bea@acme.example",
    state: "Member, e-mail and authenticator",
    authenticator: true,
    teams: ["Front desk", "Workshop"],
  },
  {
    ...member,
    name: "Una Unsaid",
    email: "una@acme.example",
    state: "Member, address not confirmed: gets in with the password",
    confirmed: false,
    teams: ["Laboratory"],
  },
  {
    ...member,
    name: "Dan Departed",
    email: "dan@acme.example",
    state: "Deactivated: cannot log in",
    deactivated: true,
    teams: ["Laboratory"],
  },
];

/** Colleagues without a password: invited, some of them confirmed. */
export const demoColleagues = [
  "Aya Abe",
  "Bruno Bell",
  "Chiara Conti",
  "Dewi Davies",
  "Elif Erdem",
  "Femi Falade",
  "Greta Gruber",
  "Hugo Hansen",
  "Ines Ivanova",
  "Jonas Janssen",
  "Kofi Kumi",
  "Lena Lund",
  "Mateo Marin",
  "Nora Novak",
  "Omar Osman",
  "Petra Prinz",
  "Quinn Quist",
  "Rosa Rey",
  "Sven Sato",
  "Tara Tan",
  "Umar Usta",
  "Vera Vos",
  "Wim Winter",
  "Yuki Yang",
];
