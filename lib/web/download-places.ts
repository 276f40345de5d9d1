/**
 * Bounds how many files an organisation takes out at once. Each holds a place among the requests that may be open
 * (scripts/admission.mjs) for as long as it is read, and each is written while others are answered: of an organisation
 * that took them all, nobody else would be let in any more.
 */
import "server-only";
import { redirect } from "next/navigation";
import type { Actor } from "@/lib/sessions/actor";
import { presentPath } from "./current";
import { whenOver } from "./request-scope";
import { noticing } from "./step-up";

/** More people than press the button in the same minute. */
export const mostDownloads = 4;

// Next loads a module more than once, for each file; the places are those of the process.
const shared = globalThis as typeof globalThis & { twostepDownloads?: Map<string, number> };
shared.twostepDownloads ??= new Map();
const underWay = shared.twostepDownloads;

/**
 * Goes on with a download for the organisation of `by` until this request is over. Where {@link mostDownloads} are under
 * way, departs to the page that offers the file, which says so.
 */
export async function takeDownloadPlace(by: Actor): Promise<void> {
  if (!takePlace(by.organisationId)) redirect(noticing(await presentPath(), "downloads-under-way"));
}

/** Takes a place of the organisation until this request is over; false where none is free. */
export function takePlace(organisationId: string): boolean {
  if (count(organisationId) >= mostDownloads) return false;
  const leave = () => set(organisationId, count(organisationId) - 1);
  set(organisationId, count(organisationId) + 1);
  // Without the server script there are no places.
  if (!whenOver(leave)) leave();
  return true;
}

const count = (organisationId: string) => underWay.get(organisationId) ?? 0;

function set(organisationId: string, downloads: number): void {
  if (downloads > 0) underWay.set(organisationId, downloads);
  else underWay.delete(organisationId);
}
