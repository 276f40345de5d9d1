/** Who acts: a logged-in user with the session they act in. Verbs take one; only a live session makes one. */
import { after, holds } from "@/lib/kernel/clock";
import type { Visitor } from "@/lib/kernel/visitor";
import type { Language } from "@/lib/words/language";
import { freshFor, type Role } from "./session";

export type Actor = {
  userId: string;
  organisationId: string;
  organisationName: string;
  sessionId: string;
  role: Role;
  name: string;
  email: string;
  language: Language;
  provedAt: Date;
  /** Whether nothing that counts as a second step opened this session although the organisation asks for one. */
  lacksSecondStep: boolean;
  visitor: Visitor;
};

declare const fresh: unique symbol;

/** An actor who proved who they are in the last ten minutes: what sensitive verbs ask for. */
export type FreshActor = Actor & { readonly [fresh]: true };

/** `actor` as a fresh one when the proof is recent enough at `at`, else undefined (then: step up). */
export function freshly<A extends Actor>(actor: A, at: Date): (A & FreshActor) | undefined {
  return holds(after(actor.provedAt, freshFor), at) ? (actor as A & FreshActor) : undefined;
}

type Acting = Pick<Actor, "organisationId" | "userId" | "visitor">;

/** What an audit event says of whoever acts. */
export const actedBy = ({ organisationId, userId, visitor }: Acting) => ({
  organisationId,
  actorId: userId,
  visitor,
});

/** The same of what they do to their own account, logged in or on the way there. */
export const onOneself = (by: Acting) => ({ ...actedBy(by), targetId: by.userId });
