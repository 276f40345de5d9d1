import { Panel } from "@/components/panel";
import { type Adoption, usersLosing } from "@/lib/organisations/adoption";
import type { Settings } from "@/lib/organisations/settings";
import type { Method } from "@/lib/two-factor/method";
import { currentWords } from "@/lib/web/current-words";
import { loseMethodsAction } from "./method-loss-action";
import { QuestionForm } from "./question-form";

type Props = { settings: Settings; adoption: Adoption; wanted: Method[] };

/** Asks before somebody's last method is taken from what is allowed, and says from how many. */
export async function MethodLossQuestion({ settings, adoption, wanted }: Props) {
  const { settings: all } = await currentWords();
  const words = all.security.methodLoss;
  return (
    <Panel title={all.security.panel}>
      <div className="grid max-w-prose gap-2 text-sm">
        <p className="font-medium">{words.text(usersLosing(adoption, settings.allowedMethods, wanted))}</p>
        <p className="text-muted">{words.kept}</p>
      </div>
      <QuestionForm action={loseMethodsAction} revision={settings.revision} methods={wanted} words={words} />
    </Panel>
  );
}
