import { type AddressParameters, given } from "@/lib/kernel/address-parameters";
import { after, earlier, holds } from "@/lib/kernel/clock";
import { minutes } from "@/lib/kernel/duration";

/** How long a page that nobody touches looks again: less than an Administrator may be idle (docs/security.md, Numbers). */
export const looksFor = minutes(10);

/**
 * When a page that the browser loads anew was opened, for as long as it is to look again: its address says so from the
 * second look on. Null once that time is over. What cannot be, such as a moment to come, is taken as `at`.
 */
export function openedAt(parameters: AddressParameters, at: Date): Date | null {
  const said = new Date(Number(given(parameters, "opened") || Number.NaN));
  const opened = Number.isNaN(said.getTime()) ? at : earlier(said, at);
  return holds(after(opened, looksFor), at) ? opened : null;
}
