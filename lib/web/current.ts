/** Who is asking: the live session behind the cookie, looked up once per request, and the actor that it makes. */
import "server-only";
import { headers } from "next/headers";
import { cache } from "react";
import type { AddressParameters } from "@/lib/kernel/address-parameters";
import type { Actor } from "@/lib/sessions/actor";
import { findSession, type LiveSession } from "@/lib/sessions/find-session";
import { lacksSecondStep } from "@/lib/sessions/session";
import { owesSecondStep, standingOf } from "@/lib/two-factor/policy";
import { chooseLanguage } from "@/lib/words/language";
import { sessionToken } from "./cookies";
import { safeReturn } from "./paths";
import { currentVisitor } from "./visitor";

/** The live session behind this request's cookie, or undefined. */
export const currentSession = cache(async (): Promise<LiveSession | undefined> => {
  const token = await sessionToken();
  return token ? findSession(token) : undefined;
});

/** Whether whoever is in `session` is to prove a second step before anything else. */
export function isProofDue({ method, facts }: LiveSession): boolean {
  return owesSecondStep(method, standingOf(facts));
}

/** Whether an action has left its own session alive; looked up anew. */
export async function isStillLoggedIn(): Promise<boolean> {
  const token = await sessionToken();
  return token !== null && (await findSession(token)) !== undefined;
}

/** The actor of a session that was just looked up. */
export async function actorOf(session: LiveSession): Promise<Actor> {
  const { user, organisation } = session;
  return {
    userId: user.id,
    organisationId: organisation.id,
    organisationName: organisation.name,
    sessionId: session.id,
    role: user.role,
    name: user.name,
    email: user.email,
    language: chooseLanguage([user.language, organisation.language]),
    provedAt: session.provedAt,
    lacksSecondStep: lacksSecondStep(session.method, session.facts),
    visitor: await currentVisitor(),
  };
}

/**
 * The path of the page that is asked for, as the proxy noted it; for an action, the page that its form is on, and for a
 * file, the page that offers it: each lies under its page.
 */
export async function presentPath(): Promise<string> {
  const path = (await headers()).get("x-twostep-path");
  return safeReturn(path?.replace(fileOfPage, "$1"));
}

/** What the address of {@link presentPath} asks for; a single text for each name, as a place in a list is read. */
export async function presentParameters(): Promise<AddressParameters> {
  return Object.fromEntries(new URL(await presentPath(), "http://here").searchParams);
}

/** What is asked for: whoever is led away from a form or from a file has pressed a button in vain. */
export async function presentWish(): Promise<"page" | "form" | "file"> {
  const asked = await headers();
  if (asked.get("x-twostep-method") === "POST") return "form";
  return fileOfPage.test(asked.get("x-twostep-path") ?? "") ? "file" : "page";
}

const fileOfPage = /^([^?]+)\/download(?=\?|$)/;
