/** A team: a group of users inside an organisation. A user can be in several. */

export type Team = { id: string; name: string };

export type SizedTeam = Team & { members: number };

const order = new Intl.Collator("en", { numeric: true });

/** Orders the names of teams as people count: "Team 2" before "Team 10". The languages of the product agree on the rest. */
export const compareTeamNames = order.compare;

/** Orders teams by name. */
export const byTeamName = (one: Team, other: Team): number => compareTeamNames(one.name, other.name);
