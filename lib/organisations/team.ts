/** A team: a group of users inside an organisation. A user can be in several. */

export type Team = { id: string; name: string };

export type SizedTeam = Team & { members: number };
