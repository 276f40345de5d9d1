/** Tells the settings of an organisation, and how many users each choice concerns. */
import { database } from "@/lib/database/connection";
import type { Adoption } from "./adoption";
import type { Permitted } from "./permission";
import type { Settings } from "./settings";
import { countAdoption, getSettings } from "./settings-queries";

/** The settings as they are now, with the revision that a change of them names. */
export function describeSettings(by: Permitted<"settings.view">): Promise<Settings> {
  return getSettings(database(), by.organisationId);
}

/** How far two-factor login has come among the active users. */
export function describeAdoption(by: Permitted<"settings.view">): Promise<Adoption> {
  return countAdoption(database(), by.organisationId);
}
