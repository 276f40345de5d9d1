/** Tells the product as somebody tries it, or works on it, from the one that serves an organisation. */
import { environment } from "./env";

/** Whether this is demo or dev: there the mailbox, the logins and the parts may be looked at by whoever comes. */
export function isDemoOrDev(): boolean {
  return ["demo", "development"].includes(environment().mode);
}
