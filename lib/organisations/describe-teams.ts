/** Tells which teams an organisation has. */
import { database } from "@/lib/database/connection";
import { isId } from "@/lib/kernel/id";
import type { Permitted } from "./permission";
import type { SizedTeam } from "./team";
import { findSizedTeam, listSizedTeams } from "./team-queries";

/** All teams with their sizes, by name. */
export function describeTeams(by: Permitted<"settings.view">): Promise<SizedTeam[]> {
  return listSizedTeams(database(), by.organisationId);
}

/** One team, or undefined when the organisation has none with that id. */
export async function describeTeam(
  by: Permitted<"settings.edit">,
  id: string,
): Promise<SizedTeam | undefined> {
  return isId(id) ? findSizedTeam(database(), by.organisationId, id) : undefined;
}
