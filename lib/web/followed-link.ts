/** Mailed links that are followed in a browser where somebody else is logged in: the page after them says so. */
import "server-only";
import type { LinkOwner } from "@/lib/accounts/follow-link";
import { dropFollowedAddress, followedAddress, keepFollowedAddress } from "./cookies";
import { currentSession } from "./current";

/** Notes for the next page that the link of `owner` was followed here, where somebody else is logged in. */
export async function noteFollowed(owner: LinkOwner): Promise<void> {
  const session = await currentSession();
  if (session && session.user.id !== owner.userId) await keepFollowedAddress(owner.email);
  else await dropFollowedAddress();
}

/** Whose link was followed here, and who else is logged in; undefined where nobody else is. */
export async function followedBesideOther(): Promise<{ owner: string; other: string } | undefined> {
  const [owner, session] = [await followedAddress(), await currentSession()];
  return owner && session && session.user.email !== owner ? { owner, other: session.user.email } : undefined;
}
