import { Panel } from "@/components/panel";
import { type Adoption, usersAsked } from "@/lib/organisations/adoption";
import type { Settings } from "@/lib/organisations/settings";
import type { Method } from "@/lib/two-factor/method";
import { currentWords } from "@/lib/web/current-words";
import { switchOffAction } from "./actions";
import { QuestionForm } from "./question-form";

type Props = { settings: Settings; adoption: Adoption; wanted: Method[] };

/** Asks before everybody is let in by password alone, and says how many that are. */
export async function SwitchOffQuestion({ settings, adoption, wanted }: Props) {
  const { settings: all } = await currentWords();
  const words = all.security.switchOff;
  return (
    <Panel title={all.security.panel}>
      <div className="grid max-w-prose gap-2 text-sm">
        <p className="font-medium">{words.text(usersAsked(adoption, settings.allowedMethods))}</p>
        <p className="text-muted">{words.kept}</p>
      </div>
      <QuestionForm action={switchOffAction} revision={settings.revision} methods={wanted} words={words} />
    </Panel>
  );
}
