/** The pending login behind the browser's cookie, looked up once per request. */
import "server-only";
import { redirect } from "next/navigation";
import { cache } from "react";
import { describePendingLogin, type PendingLoginDescription } from "@/lib/two-factor/describe-pending-login";
import { pendingToken } from "./cookies";
import { paths, safeReturn, withNotice } from "./paths";
import { leavingStepUp } from "./step-up";

const find = cache(async () => {
  const token = await pendingToken();
  const pending = token ? await describePendingLogin(token) : undefined;
  return token && pending ? { token, pending } : undefined;
});

/** The pending login of this browser while it is open or verified; every other state departs to where that one leads. */
export async function currentPendingLogin(): Promise<{ token: string; pending: PendingLoginDescription }> {
  const found = await find();
  return found && isUnderWay(found.pending) ? found : departFrom(found?.pending);
}

/** The language of whoever is on the way through the second step: of the user, else of the organisation. */
export async function languageOfPendingLogin(): Promise<string | null> {
  return (await find())?.pending.language ?? null;
}

/** Whether this browser is on its way through the second step, for the pages that lie before it. */
export async function isLoginUnderWay(): Promise<boolean> {
  const found = await find();
  return found !== undefined && isUnderWay(found.pending);
}

const isUnderWay = ({ state }: PendingLoginDescription) => state === "open" || state === "verified";

/** Leaves the pending login of this browser, which has ended meanwhile or is not there any more. */
export async function departFromEnded(): Promise<never> {
  return departFrom((await find())?.pending);
}

/** One that was redeemed is inside by now; the others begin again on the way to the same page, and say why. */
function departFrom(pending: PendingLoginDescription | undefined): never {
  if (!pending) redirect(withNotice(paths.login, "start-over"));
  const returnTo = safeReturn(pending.returnTo);
  if (pending.state === "redeemed") redirect(returnTo);
  const saysWhy = ["timed-out", "no-tries-left", "methods-changed"].includes(pending.state);
  redirect(withNotice(startOf(pending), saysWhy ? pending.state : "start-over", returnTo));
}

/** Where one like `pending` begins: whoever is inside already proves that it is still them. */
export function startOf({ purpose }: PendingLoginDescription): string {
  return purpose === "step-up" ? paths.stepUp : paths.login;
}

/** Where whoever cancels the pending login of this browser goes: back from a step-up, else to log in as someone else. */
export async function afterCancelling(): Promise<string> {
  const pending = (await find())?.pending;
  return pending?.purpose === "step-up"
    ? leavingStepUp(safeReturn(pending.returnTo))
    : withNotice(paths.login, "cancelled");
}

/** Leaves a method that does not count for this login: for the ones that do, or where there are none for a new login. */
export async function departFromMethod(): Promise<never> {
  const { pending } = await currentPendingLogin();
  redirect(withNotice(pending.methods.length > 0 ? paths.verify : paths.verifyRecovery, "method-off"));
}
