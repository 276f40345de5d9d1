/** Names of people, organisations and teams: one rule, whoever gives them. */
import { withoutUnseen } from "@/lib/kernel/unseen";

/** As long as a name may be; longer ones exist, but tables and letters must hold it. */
export const longestName = 100;

/** Whether `value`, as it was read, can be a name. Control characters forge lines in letters and logs. */
export function isName(value: string): boolean {
  return (
    value.length >= 1 &&
    value.length <= longestName &&
    value === withoutUnseen(value) &&
    /^\P{Cc}+$/u.test(value)
  );
}
