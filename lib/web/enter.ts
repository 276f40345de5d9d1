/** Where a login goes from one step to the next, and at the end inside. */
import "server-only";
import { redirect } from "next/navigation";
import { CredentialsSignin } from "next-auth";
import type { Result } from "@/lib/kernel/result";
import type { StartedLogin } from "@/lib/login/begin-second-step";
import type { RedeemedLogin } from "@/lib/login/redeem-login";
import { issueChallenge, type SendRefusal } from "@/lib/two-factor/issue-challenge";
import type { SentCode } from "@/lib/two-factor/send-code";
import { dropPendingToken, keepPendingToken } from "./cookies";
import { signIn } from "./next-auth";
import { paths, withNotice } from "./paths";
import { currentVisitor } from "./visitor";

/** Goes on after a right password: inside, straight to the only method, or to the choice of one. */
export async function proceed({ token, proofs, firstCode }: StartedLogin, returnTo: string): Promise<never> {
  if (proofs.length === 0) return enter(token, returnTo);
  await keepPendingToken(token);
  const [only, ...others] = proofs;
  if (others.length > 0) redirect(paths.verify);
  if (only === "authenticator") redirect(paths.verifyAuthenticator);
  if (only === "recovery-code") redirect(paths.verifyRecovery);
  return showCodePage(firstCode ?? (await sendFirstCode(token)));
}

/** Sends a code for the pending login behind `token`, unless one is on its way. */
export async function sendFirstCode(token: string): Promise<Result<SentCode, SendRefusal>> {
  return issueChallenge(token, { resend: false, visitor: await currentVisitor() });
}

/** Shows the page to enter the code; that page tells when it could not be sent. */
export function showCodePage(sent: Result<SentCode, SendRefusal>): never {
  if (sent.ok || sent.code === "not-open") redirect(paths.verifyEmailCode);
  const until = sent.code === "too-many" ? `&until=${sent.until.toISOString()}` : "";
  redirect(`${paths.verifyEmailCode}?problem=${sent.code}${until}`);
}

/** Goes inside, to `returnTo`, by a verified pending login that is redeemed now or was just; one that cannot be starts over. */
export async function enter(
  token: string,
  returnTo: string,
  redeemed: RedeemedLogin | null = null,
): Promise<never> {
  try {
    await signIn(token, redeemed);
  } catch (error) {
    if (!(error instanceof CredentialsSignin)) throw error;
    redirect(withNotice(paths.login, "start-over", returnTo));
  }
  await dropPendingToken();
  redirect(returnTo);
}
