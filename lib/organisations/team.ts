/** A team: a group of users inside an organisation. A user can be in several. */

export type Team = { id: string; name: string };

export type SizedTeam = Team & { members: number };

/**
 * More than an organisation of a million has. All of them stand in the settings, and in the form of every user: with ten
 * times as many, one look at them would hold up every other organisation.
 */
export const mostTeams = 2_000;

const order = new Intl.Collator("en", { numeric: true });

/** Orders the names of teams as people count: "Team 2" before "Team 10". The languages of the product agree on the rest. */
export const compareTeamNames = order.compare;

/** Orders teams by name. */
export const byTeamName = (one: Team, other: Team): number => compareTeamNames(one.name, other.name);

/** How many teams of a user an event names, of those before and of those after: with all 2,000 of both it would be 300 kB. */
export const mostNamed = 50;

/** What an event names of `all` teams: first those that it `isAbout`, last how many `more` there are. */
export function namedInEvent<T>(all: T[], isAbout: (one: T) => boolean): (T | { more: number })[] {
  if (all.length <= mostNamed) return all;
  const inTurn = [...all.filter(isAbout), ...all.filter((one) => !isAbout(one))];
  return [...inTurn.slice(0, mostNamed), { more: all.length - mostNamed }];
}
