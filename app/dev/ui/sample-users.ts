export type SampleUser = {
  name: string;
  address: string;
  confirmed: boolean;
  role: string;
  methods: string;
  seen: Date;
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
  },
  {
    name: "Wolfeschlegelsteinhausenbergerdorff the Younger",
    address: "wolfeschlegelsteinhausenbergerdorff@subsidiary.example.org",
    confirmed: false,
    role: "Member",
    methods: "Off",
    seen: day("2025-12-24"),
  },
  {
    name: "Grace Hopper",
    address: "grace@example.com",
    confirmed: true,
    role: "Manager",
    methods: "Authenticator",
    seen: day("2026-04-28"),
  },
];
