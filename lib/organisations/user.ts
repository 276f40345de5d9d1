/** Users as administrators see them. */
import type { Role } from "@/lib/sessions/session";
import type { Method } from "@/lib/two-factor/method";
import type { Team } from "./team";

export const userStatuses = ["active", "deactivated"] as const;
export type UserStatus = (typeof userStatuses)[number];

/** A user in the list. */
export type ListedUser = {
  id: string;
  name: string;
  email: string;
  role: Role;
  status: UserStatus;
  emailConfirmed: boolean;
  /** What a second step could be proven with, and the organisation allows. */
  methods: Method[];
  /** The names of the teams that whoever is asking may see. */
  teams: string[];
  lastLoginAt: Date | null;
  /** What the list sorts this user by: with the id, the exact place in the order. */
  sortedBy: string;
};

/** A user as a change finds them. */
export type PresentUser = {
  id: string;
  name: string;
  email: string;
  role: Role;
  status: UserStatus;
  language: string | null;
  emailConfirmedAt: Date | null;
  revision: number;
  changedAt: Date;
  /** The teams that whoever is asking may see. */
  teams: Team[];
};
