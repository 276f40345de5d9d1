export type SampleUser = {
  name: string;
  address: string;
  confirmed: boolean;
  role: string;
  methods: string;
  seen: Date;
  sessions: number;
};

const day = (text: string) => new Date(`${text}T09:30:00Z`);

/** People who try the table: an ordinary one, a long one, and one with nothing to show. */
export const sampleUsers: SampleUser[] = [
  {
    name: "Ada Lovelace",
    address: "ada@example.com",
    confirmed: true,
    role: "Administrator",
    methods: "E-mail, Authenticator",
    seen: day("2026-05-03"),
    sessions: 2,
  },
  {
    name: "Wolfeschlegelsteinhausenbergerdorff the Younger",
    address: "wolfeschlegelsteinhausenbergerdorff@subsidiary.example.org",
    confirmed: false,
    role: "Member",
    methods: "Off",
    seen: day("2025-12-24"),
    sessions: 0,
  },
  {
    name: "Grace Hopper",
    address: "grace@example.com",
    confirmed: true,
    role: "Manager",
    methods: "Authenticator",
    seen: day("2026-04-28"),
    sessions: 14,
  },
];
