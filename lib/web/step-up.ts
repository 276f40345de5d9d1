/** The way to a fresh proof and back, and what the frame of any page says to whoever comes back in vain. */
import { paths, returningTo } from "./paths";

/**
 * What the frame says: to press the button again, to go back to the tab in which the form waits, that what was sent is
 * lost, or that it was somebody else's. Or, of a file, that others are being taken out.
 */
export type FrameNoticeName =
  | "confirmed"
  | "confirmed-in-tab"
  | "nothing-saved"
  | "somebody-else"
  | "downloads-under-way";

/** The step-up that leads back to `path`, a path of ours; without `told` there is nothing to say afterwards. */
export function stepUpFor(path: string, told?: FrameNoticeName): string {
  return returningTo(paths.stepUp, noticing(path, told));
}

/** Where whoever leaves the step-up goes: back, but not to a page that would send them here again. */
export function leavingStepUp(returnTo: string): string {
  const path = noticing(returnTo, undefined);
  return path === paths.authenticatorRemoval ? paths.twoFactorLogin : path;
}

/** `path` with `notice` in the place of any other, or with none: what was done before is not to be said of this time. */
export function noticing(path: string, notice: FrameNoticeName | undefined): string {
  const url = new URL(path, "http://here");
  if (notice) url.searchParams.set("notice", notice);
  else url.searchParams.delete("notice");
  return `${url.pathname}${url.search}`;
}
