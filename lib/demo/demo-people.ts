/** Who lives in the demo organisation: one login for each state, and colleagues who fill the lists. */
import type { Role } from "@/lib/sessions/session";
import type { Words } from "@/lib/words/words";

export const demoOrganisation = "Acme";

/** Everybody's password in the demo, which listens on this computer only. */
export const demoPassword = "lantern orchard violin";

/** Of whoever has both methods: typed with the letter O they are taken, too. */
export const demoRecoveryCodes = Array.from({ length: 10 }, (_, index) => `DEM0-C0DE-0000-000${index}`);

export const demoTeams = ["Workshop", "Front desk", "Laboratory"] as const;

type DemoState = keyof Words["login"]["demo"]["states"];

export type DemoLogin = {
  name: string;
  email: string;
  role: Role;
  /** What this login shows; the catalogues say it in words. */
  state: DemoState;
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
    state: "administrator",
    teams: ["Workshop"],
  },
  {
    ...member,
    name: "Milan Moss",
    email: "milan@acme.example",
    role: "manager",
    state: "manager",
    teams: ["Workshop"],
  },
  {
    ...member,
    name: "Emma Eves",
    email: "emma@acme.example",
    state: "byEmail",
    teams: ["Workshop"],
  },
  {
    ...member,
    name: "Theo Thorn",
    email: "theo@acme.example",
    state: "byAuthenticator",
    emailMethodEnabled: false,
    authenticator: true,
    teams: ["Front desk"],
  },
  {
    ...member,
    name: "Bea Both",
    email: "bea@acme.example",
    state: "byBoth",
    authenticator: true,
    teams: ["Front desk", "Workshop"],
  },
  {
    ...member,
    name: "Una Unsaid",
    email: "una@acme.example",
    state: "notConfirmed",
    confirmed: false,
    teams: ["Laboratory"],
  },
  {
    ...member,
    name: "Dan Departed",
    email: "dan@acme.example",
    state: "deactivated",
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
