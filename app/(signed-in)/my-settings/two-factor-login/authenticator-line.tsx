import type { Description } from "@/components/description-list";
import { LinkButton } from "@/components/link-button";
import { paths } from "@/lib/web/paths";
import { day } from "@/lib/words/moment";
import { beginEnrolmentAction } from "./actions";
import { ActionButton, type Told } from "./line";

/** How the authenticator stands. */
export function authenticatorLine({ actor, methods, words, language }: Told): Description {
  const line = { term: words.authenticator };
  if (!methods.allowedMethods.includes("authenticator")) {
    return { ...line, details: words.notAllowed(actor.organisationName) };
  }
  if (!methods.authenticatorOn || !methods.authenticatorEnabledAt) {
    return {
      ...line,
      details: methods.authenticatorLockedOut ? words.lockedOut : words.off,
      action: (
        <ActionButton action={beginEnrolmentAction} variant="primary">
          {words.enable}
        </ActionButton>
      ),
    };
  }
  return {
    ...line,
    details: words.onSince(day(methods.authenticatorEnabledAt, language)),
    action: (
      <div className="flex flex-wrap gap-2">
        <ActionButton action={beginEnrolmentAction}>{words.replace}</ActionButton>
        <LinkButton href={paths.authenticatorRemoval}>{words.remove}</LinkButton>
      </div>
    ),
  };
}
