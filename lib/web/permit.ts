/** Who may come in: the people that the present session makes. Whoever may not leaves here, and nowhere else. */
import "server-only";
import { redirect } from "next/navigation";
import { cache } from "react";
import { now } from "@/lib/kernel/clock";
import { type Permission, type Permitted, permitted } from "@/lib/organisations/permission";
import { recordRefusal } from "@/lib/organisations/record-refusal";
import { type Actor, type FreshActor, freshly } from "@/lib/sessions/actor";
import type { LiveSession } from "@/lib/sessions/find-session";
import { sessionToken } from "./cookies";
import { actorOf, currentSession, isProofDue, presentPath, presentWish } from "./current";
import { nowhere } from "./nowhere";
import { paths, returningTo, withNotice } from "./paths";
import { admit, hasDoneNothing, wasAdmitted } from "./request-scope";
import { type FrameNoticeName, noticing, stepUpFor } from "./step-up";

/**
 * The logged-in user with their session. Departs to the login, which comes back here; and to the second step when the
 * organisation has come to ask for one, or for another one, since the session was opened: enforcement bites at the
 * next request.
 */
export async function signedIn(): Promise<{ actor: Actor; session: LiveSession }> {
  const session = await currentSession();
  if (!session) return logInFirst(noticing(await presentPath(), await leftUndone()));
  // Whoever has just switched it on reads first that it is saved; the next request asks.
  if (isProofDue(session) && !wasAdmitted(session.id))
    redirect(stepUpFor(await presentPath(), await leftUndone()));
  admit(session.id);
  return { actor: await actorOf(session), session };
}

/** Departs to the login, which leads to `returnTo`; to whom had a session, it says that this one has ended. */
export async function logInFirst(returnTo: string): Promise<never> {
  if (await sessionToken()) redirect(withNotice(paths.login, "session-ended", returnTo));
  redirect(returningTo(paths.login, returnTo));
}

/**
 * What the page says to whoever comes back: that the form which they sent, or the file which they wanted, waits for them.
 * An action may have done its work by now, and the page that would have answered it leads away.
 */
async function leftUndone(): Promise<FrameNoticeName | undefined> {
  const wish = await presentWish();
  if (wish === "file") return "confirmed";
  return wish === "form" && hasDoneNothing() ? "nothing-saved" : undefined;
}

/**
 * As {@link signedIn}, for a button that asks for a proof at most ten minutes old: departs to the step-up, and the page
 * with the button then says that it is to be pressed again, or what else is `told`. Forms whose values would be lost judge
 * that themselves.
 */
export async function freshlySignedIn(
  told: FrameNoticeName = "confirmed",
): Promise<{ actor: FreshActor; session: LiveSession }> {
  const { actor, session } = await signedIn();
  return { actor: await provenFreshly(actor, told), session };
}

/** As {@link freshlySignedIn}, for a page: after the step-up it is there, and there is nothing to press again. */
export async function freshlyVisiting(): Promise<{ actor: FreshActor; session: LiveSession }> {
  const { actor, session } = await signedIn();
  return { actor: await provenFreshly(actor), session };
}

/** The same actor, with a fresh proof; departs to the step-up where it is too old, and `told` is said on the way back. */
async function provenFreshly<A extends Actor>(actor: A, told?: FrameNoticeName): Promise<A & FreshActor> {
  return freshly(actor, now()) ?? redirect(stepUpFor(await presentPath(), told));
}

/** Who is logged in and may do `permission`. Without it the page does not exist: "not found", without details. */
export async function permit<P extends Permission>(permission: P): Promise<Permitted<P>> {
  const { actor } = await signedIn();
  return permitted(actor, permission) ?? outOfReach(permission);
}

/** As {@link permit}, for a sensitive act: the proof must be fresh too. */
export async function permitFresh<P extends Permission>(permission: P): Promise<Permitted<P> & FreshActor> {
  return provenFreshly(await permit(permission), "confirmed");
}

/** "Not found", for what somebody may not do, or may not do to this one; the audit log knows that they tried. */
export async function outOfReach(permission: Permission): Promise<never> {
  await noteRefusal(permission);
  nowhere();
}

/** Once for a page, whose title and content ask alike. */
const noteRefusal = cache(async (permission: Permission) => {
  const { actor } = await signedIn();
  await recordRefusal(actor, permission, await presentPath());
});

/** Says that an action is for everybody: every action names whom it serves, and a test looks for that name. */
export function anyone(): void {}
