import { DescriptionList } from "@/components/description-list";
import { LinkButton } from "@/components/link-button";
import { Panel } from "@/components/panel";
import type { UserDescription } from "@/lib/organisations/describe-user";
import { currentLanguage, currentWords } from "@/lib/web/current-words";
import { paths } from "@/lib/web/paths";
import { day } from "@/lib/words/moment";
import type { Words } from "@/lib/words/words";
import { emailState } from "../../../email-state";

type Methods = UserDescription["methods"];
type Props = {
  described: UserDescription;
  /** What leads back to the page of the list. */
  list: Record<string, string>;
  organisation: string;
  mayReset: boolean;
};

/** What the user can prove a second step with, and since when. */
export async function TwoFactorPanel({ described: { user, methods }, list, organisation, mayReset }: Props) {
  const { users, twoFactor, resetTwoFactor } = await currentWords();
  const words = { ...users.twoFactor, notAllowed: twoFactor.notAllowed(organisation) };
  const language = await currentLanguage();
  const since = (at: Date) => words.onSince(day(at, language));
  return (
    <Panel title={words.title}>
      {!methods.switchedOn && <p className="text-sm">{users.switchedOff}</p>}
      <DescriptionList
        items={[
          { term: words.email, details: emailDetails(methods, words, since) },
          { term: words.authenticator, details: authenticatorDetails(methods, words, since) },
          { term: words.recoveryCodes, details: words.left(methods.recoveryCodesLeft) },
        ]}
      />
      {mayReset && (
        <div>
          <LinkButton href={paths.resetTwoFactor(user.id, list)}>{resetTwoFactor.link}</LinkButton>
        </div>
      )}
    </Panel>
  );
}

type PanelWords = Words["users"]["twoFactor"] & { notAllowed: string };

function emailDetails(methods: Methods, words: PanelWords, since: (at: Date) => string): string {
  const { emailOnSince } = methods;
  switch (emailState(methods)) {
    case "not-allowed":
      return words.notAllowed;
    case "not-confirmed":
      return words.awaitsConfirmation;
    case "turned-off":
      return words.turnedOff;
    case "on-again":
      return words.onAgain;
    case "on":
      return emailOnSince ? since(emailOnSince) : words.off;
  }
}

function authenticatorDetails(
  { allowedMethods, authenticatorEnabledAt, authenticatorLockedOut }: Methods,
  words: PanelWords,
  since: (at: Date) => string,
): string {
  if (!allowedMethods.includes("authenticator")) return words.notAllowed;
  if (!authenticatorEnabledAt) return words.off;
  return authenticatorLockedOut ? words.lockedOut : since(authenticatorEnabledAt);
}
