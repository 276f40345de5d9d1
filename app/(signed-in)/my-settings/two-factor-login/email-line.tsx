import type { Description } from "@/components/description-list";
import { usableMethods } from "@/lib/two-factor/policy";
import { day } from "@/lib/words/moment";
import { sendActivationAction, turnEmailOffAction, turnEmailOnAction } from "./actions";
import { ActionButton, type Told } from "./line";

/** How codes by e-mail stand: on by themselves once the address is confirmed. */
export function emailLine({ actor, methods, words, language }: Told): Description {
  const line = { term: words.email };
  if (!methods.allowedMethods.includes("email")) {
    return { ...line, details: words.notAllowed(actor.organisationName) };
  }
  if (!methods.emailConfirmedAt || !methods.emailOnSince) {
    return {
      ...line,
      details: words.emailNotConfirmed(actor.email),
      action: <ActionButton action={sendActivationAction}>{words.sendAgain}</ActionButton>,
    };
  }
  if (!methods.emailMethodEnabled) {
    return {
      ...line,
      details: words.off,
      action: <ActionButton action={turnEmailOnAction}>{words.turnOn}</ActionButton>,
    };
  }
  const on = (
    <>
      {words.onSince(day(methods.emailOnSince, language))}
      <span className="block text-muted">{words.emailIsBasic}</span>
    </>
  );
  if (!usableMethods(methods).includes("authenticator")) {
    return {
      ...line,
      details: (
        <>
          {on}
          {methods.allowedMethods.includes("authenticator") && (
            <span className="block text-muted">{words.emailNeeded}</span>
          )}
        </>
      ),
    };
  }
  return {
    ...line,
    details: on,
    action: <ActionButton action={turnEmailOffAction}>{words.turnOff}</ActionButton>,
  };
}
