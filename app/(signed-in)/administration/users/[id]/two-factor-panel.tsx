import { DescriptionList } from "@/components/description-list";
import { LinkButton } from "@/components/link-button";
import { Panel } from "@/components/panel";
import type { UserDescription } from "@/lib/organisations/describe-user";
import { currentLanguage, currentWords } from "@/lib/web/current-words";
import { paths } from "@/lib/web/paths";
import { day } from "@/lib/words/moment";
import type { Words } from "@/lib/words/words";

type Methods = UserDescription["methods"];
type Props = { described: UserDescription; mayReset: boolean };

/** What the user can prove a second step with, and since when. */
export async function TwoFactorPanel({ described: { user, methods }, mayReset }: Props) {
  const { users, resetTwoFactor } = await currentWords();
  const words = users.twoFactor;
  const language = await currentLanguage();
  const since = (at: Date) => words.onSince(day(at, language));
  return (
    <Panel title={words.title}>
      <DescriptionList
        items={[
          { term: words.email, details: emailState(methods, words, since) },
          { term: words.authenticator, details: authenticatorState(methods, words, since) },
          { term: words.recoveryCodes, details: words.left(methods.recoveryCodesLeft) },
        ]}
      />
      {mayReset && (
        <div>
          <LinkButton href={paths.resetTwoFactor(user.id)}>{resetTwoFactor.link}</LinkButton>
        </div>
      )}
    </Panel>
  );
}

function emailState(
  { emailConfirmedAt, emailMethodEnabled, emailOnSince }: Methods,
  words: Words["users"]["twoFactor"],
  since: (at: Date) => string,
): string {
  if (!emailConfirmedAt || !emailOnSince) return words.awaitsConfirmation;
  return emailMethodEnabled ? since(emailOnSince) : words.turnedOff;
}

function authenticatorState(
  { authenticatorEnabledAt, authenticatorLockedOut }: Methods,
  words: Words["users"]["twoFactor"],
  since: (at: Date) => string,
): string {
  if (!authenticatorEnabledAt) return words.off;
  return authenticatorLockedOut ? words.lockedOut : since(authenticatorEnabledAt);
}
