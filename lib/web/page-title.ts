/** The title of a page: its heading, then the organisation, or the product where none is known. */
import "server-only";
import type { Metadata } from "next";
import { currentSession } from "./current";
import { currentWords } from "./current-words";

/** `heading – organisation`. */
export async function pageTitle(heading: string, organisation?: string): Promise<Metadata> {
  const name =
    organisation ?? (await currentSession())?.organisation.name ?? (await currentWords()).general.product;
  return { title: { absolute: `${heading} – ${name}` } };
}
