import { DescriptionList } from "@/components/description-list";
import { Panel } from "@/components/panel";
import type { Actor } from "@/lib/sessions/actor";
import type { DescribedMethods } from "@/lib/two-factor/describe-methods";
import { currentLanguage, currentWords } from "@/lib/web/current-words";
import { authenticatorLine } from "./authenticator-line";
import { emailLine } from "./email-line";
import { recoveryCodesLine } from "./recovery-codes-line";

/** Each method on a line: how it stands, and what can be done about it. */
export async function MethodsPanel({ actor, methods }: { actor: Actor; methods: DescribedMethods }) {
  const { twoFactor: words } = await currentWords();
  const told = { actor, methods, words, language: await currentLanguage() };
  return (
    <Panel title={words.methods}>
      <DescriptionList
        items={[emailLine(told), authenticatorLine(told), recoveryCodesLine(told)].filter(
          (line) => line !== undefined,
        )}
      />
    </Panel>
  );
}
