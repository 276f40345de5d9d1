/** The way to a fresh proof and back: whoever comes back is told that what they pressed has not been done. */
import { paths, returningTo } from "./paths";

/** What the page says afterwards: to press the button again, or to go back to the tab in which the form waits. */
export type Confirmed = "confirmed" | "confirmed-in-tab";

/** The step-up that leads back to `path`, a path of ours; without `told` there is nothing to say afterwards. */
export function stepUpFor(path: string, told?: Confirmed): string {
  return returningTo(paths.stepUp, told ? noticing(path, told) : path);
}

/** Where whoever leaves the step-up goes: back, but not to a page that would send them here again. */
export function leavingStepUp(returnTo: string): string {
  const path = noticing(returnTo, undefined);
  return path === paths.authenticatorRemoval ? paths.twoFactorLogin : path;
}

/** `path` with `notice` in the place of any other, or with none. */
function noticing(path: string, notice: string | undefined): string {
  const url = new URL(path, "http://here");
  if (notice) url.searchParams.set("notice", notice);
  else url.searchParams.delete("notice");
  return `${url.pathname}${url.search}`;
}
