/** Mails that a method was turned on, and whether two-factor login was turned on with it. */
import { noticeProps, notify } from "@/lib/accounts/notify";
import type { Transaction } from "@/lib/database/transaction";
import type { Actor } from "@/lib/sessions/actor";
import type { Method } from "./method";
import { type Standing, usableMethods } from "./policy";

/** Tells that `method` was turned on: beside which one of `standing`, or that two-factor login is on with it. */
export function tellOn(trx: Transaction, by: Actor, method: Method, standing: Standing): Promise<void> {
  const props = { ...noticeProps(by, by.visitor), method };
  const beside = usableMethods(standing).find((usable) => usable !== method);
  if (!beside) return notify(trx, by, { name: "two-factor-on", props });
  return notify(trx, by, { name: "method-on", props: { ...props, beside } });
}
