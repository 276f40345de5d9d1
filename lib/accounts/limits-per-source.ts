/** What a visitor who brings a password, a token or a code is counted for, whoever's account it is about. */
import type { Visitor } from "@/lib/kernel/visitor";
import { sourceOf } from "@/lib/throttle/limit";
import type { Counted } from "@/lib/throttle/spend-limits";

/** The limits per network address of a door that takes a proof. */
export function limitsPerSource(visitor: Visitor): Counted[] {
  const of = sourceOf(visitor.address);
  return [
    { limit: "second-step-per-address-and-minute", of },
    { limit: "second-step-per-address-and-hour", of },
  ];
}

/** The limits per network address of a password, whoever's it is; given back when the login completes. */
export function limitsOfPasswordFrom(address: string | null): Counted[] {
  const of = sourceOf(address);
  return [
    { limit: "login-per-address-and-minute", of },
    { limit: "login-per-address-and-hour", of },
  ];
}

/** Across all logins of `account`, because each brings five new tries (NIST SP 800-63B-4 §3.2.2). */
export function limitsOfSecondStepOf(account: string): Counted[] {
  return [
    { limit: "second-step-per-account-and-hour", of: account },
    { limit: "second-step-per-account-and-day", of: account },
  ];
}

/**
 * How much mail `account` gets, whoever asks for it: codes under the id of a user, links under an address. They are
 * counted apart, though one mailbox gets both: anybody can ask for links to any address, and would otherwise keep its
 * owner's codes away for a day.
 */
export function limitsOfMailTo(account: string): Counted[] {
  return [
    { limit: "mail-per-account-and-hour", of: account },
    { limit: "mail-per-account-and-day", of: account },
  ];
}

/** The same, for a letter that anybody can ask for: then also how much one source asks for. */
export function limitsOfMail(account: string, visitor: Visitor): Counted[] {
  return [{ limit: "mail-per-address", of: sourceOf(visitor.address) }, ...limitsOfMailTo(account)];
}
