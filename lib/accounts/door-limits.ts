/** What the doors of an account count: attempts and letters, for the source that they come from and for the account. */
import type { Visitor } from "@/lib/kernel/visitor";
import { sourceOf } from "@/lib/throttle/limit";
import type { Counted } from "@/lib/throttle/spend-limits";
import type { EmailTokenPurpose } from "./email-token";

/**
 * The limits per network address of a door that takes a proof. Given back where that was right; of a mailed link also
 * where the password beside it is refused: whoever has 256 bits has not guessed them.
 */
export function limitsOfProofsFrom(visitor: Visitor): Counted[] {
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

/** What is refused; `unseen` is what a closed gate refuses. Each counts apart: a flood of one would hide the others. */
type Refused = "password" | "redeeming" | "links" | "unseen";

/**
 * How often it is recorded that something was `refused`, per source and, of what is meant for an `account`, for that,
 * whether or not anybody has it. Else whoever asks could fill the log with it, as fast as they can.
 */
export function limitsOfRecording(refused: Refused, visitor: Visitor, account?: string): Counted[] {
  const ofSource: Counted = {
    limit: "refusals-recorded-per-address",
    of: `${refused} ${sourceOf(visitor.address)}`,
  };
  if (account === undefined) return [ofSource];
  return [{ limit: "refusals-recorded-per-account", of: `${refused} ${account}` }, ofSource];
}

/** Across all logins of `account`, because each brings five new tries (NIST SP 800-63B-4 §3.2.2). */
export function limitsOfSecondStepOf(account: string): Counted[] {
  return [
    { limit: "second-step-per-account-and-hour", of: account },
    { limit: "second-step-per-account-and-day", of: account },
  ];
}

/** How many codes are mailed to a user, whoever asks for them. */
export function limitsOfCodesTo(userId: string): Counted[] {
  return [
    { limit: "mail-per-account-and-hour", of: userId },
    { limit: "mail-per-account-and-day", of: userId },
  ];
}

/** The same for a code that is asked for again: then also how much one source asks for. */
export function limitsOfCodes(userId: string, visitor: Visitor): Counted[] {
  return [limitOfMailFrom(visitor), ...limitsOfCodesTo(userId)];
}

/** The limits of links of one kind to one address; a sending keeps to them, too, by the links that were mailed. */
export const linkLimits = ["links-per-account-and-hour", "links-per-account-and-day"] as const;

/**
 * How many links for `purpose` are mailed to an address, whoever asks for them. Counted apart from codes and from
 * each other, though one mailbox gets them all: anybody can ask for links to any address, and would otherwise keep away
 * its owner's codes, or the one link that helps by asking for one that nobody is mailed.
 */
export function limitsOfLinksTo(purpose: EmailTokenPurpose, address: string): Counted[] {
  return linkLimits.map((limit) => ({ limit, of: `${purpose} ${address}` }));
}

/** The same for whoever is not logged in: then also how much one source asks for. */
export function limitsOfLinks(purpose: EmailTokenPurpose, address: string, visitor: Visitor): Counted[] {
  return [limitOfMailFrom(visitor), ...limitsOfLinksTo(purpose, address)];
}

const limitOfMailFrom = (visitor: Visitor): Counted => ({
  limit: "mail-per-address",
  of: sourceOf(visitor.address),
});
