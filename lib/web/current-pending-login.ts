/** The pending login behind the browser's cookie, looked up once per request. */
import "server-only";
import { redirect } from "next/navigation";
import { cache } from "react";
import { describePendingLogin, type PendingLoginDescription } from "@/lib/two-factor/describe-pending-login";
import { pendingToken } from "./cookies";
import { paths, safeReturn, withNotice } from "./paths";

const find = cache(async () => {
  const token = await pendingToken();
  const pending = token ? await describePendingLogin(token) : undefined;
  return token && pending ? { token, pending } : undefined;
});

/** The pending login of this browser while it is open or verified; every other state departs to where that one leads. */
export async function currentPendingLogin(): Promise<{ token: string; pending: PendingLoginDescription }> {
  const found = await find();
  if (found && ["open", "verified"].includes(found.pending.state)) return found;
  departFrom(found?.pending.state ?? "unknown", found?.pending.returnTo ?? null);
}

/** The language of whoever is on the way through the second step: of the user, else of the organisation. */
export async function languageOfPendingLogin(): Promise<string | null> {
  return (await find())?.pending.language ?? null;
}

/** Whether this browser is on its way through the second step, for the pages that lie before it. */
export async function isLoginUnderWay(): Promise<boolean> {
  const found = await find();
  return found !== undefined && ["open", "verified"].includes(found.pending.state);
}

/** Leaves a pending login that has ended: one that was redeemed is inside by now, the others start over and say why. */
export function departFrom(
  state: PendingLoginDescription["state"] | "unknown",
  returnTo: string | null,
): never {
  if (state === "redeemed") redirect(safeReturn(returnTo));
  const notice =
    state === "unknown" || state === "cancelled" || state === "open" || state === "verified"
      ? "start-over"
      : state;
  redirect(withNotice(paths.login, notice));
}

/** Leaves a method that does not count for this login: for the ones that do, or where there are none for a new login. */
export async function departFromMethod(): Promise<never> {
  const { pending } = await currentPendingLogin();
  redirect(withNotice(pending.methods.length > 0 ? paths.verify : paths.verifyRecovery, "method-off"));
}
