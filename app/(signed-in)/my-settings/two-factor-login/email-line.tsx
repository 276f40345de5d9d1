import type { Description } from "@/components/description-list";
import { usableMethods } from "@/lib/two-factor/policy";
import { day } from "@/lib/words/moment";
import { emailState } from "../../email-state";
import { sendEmailAgainAction, turnEmailOffAction, turnEmailOnAction } from "./actions";
import { ActionButton, type Told } from "./line";

/** How codes by e-mail stand: on by themselves once the address is confirmed. */
export function emailLine(told: Told): Description {
  const { actor, methods, words } = told;
  const line = { term: words.email };
  switch (emailState(methods)) {
    case "not-allowed":
      return { ...line, details: words.notAllowed(actor.organisationName) };
    case "not-confirmed":
      return {
        ...line,
        details: words.emailNotConfirmed(actor.email),
        action: <ActionButton action={sendEmailAgainAction}>{words.sendAgain}</ActionButton>,
      };
    case "turned-off":
      return {
        ...line,
        details: words.off,
        action: <ActionButton action={turnEmailOnAction}>{words.turnOn}</ActionButton>,
      };
    case "on-again":
      return { ...line, details: details(told, words.emailOnAgain(actor.organisationName)) };
    case "on":
      return onLine(told);
  }
}

/** On, and may be turned off only beside an authenticator. */
function onLine(told: Told): Description {
  const { methods, words, language } = told;
  const line = { term: words.email };
  const since = methods.emailOnSince && words.onSince(day(methods.emailOnSince, language));
  if (usableMethods(methods).includes("authenticator")) {
    return {
      ...line,
      details: details(told, since),
      action: <ActionButton action={turnEmailOffAction}>{words.turnOff}</ActionButton>,
    };
  }
  const offersAuthenticator = methods.allowedMethods.includes("authenticator");
  return { ...line, details: details(told, since, offersAuthenticator && words.emailNeeded) };
}

/** What the method is worth, and what else is to be said, under how it stands. */
function details({ words }: Told, state: React.ReactNode, more?: React.ReactNode) {
  return (
    <>
      {state}
      <span className="block text-muted">{words.emailIsBasic}</span>
      {more && <span className="block text-muted">{more}</span>}
    </>
  );
}
