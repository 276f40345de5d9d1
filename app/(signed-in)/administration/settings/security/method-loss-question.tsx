import { Panel } from "@/components/panel";
import { type Adoption, usersLosing } from "@/lib/organisations/adoption";
import type { Settings } from "@/lib/organisations/settings";
import type { Method } from "@/lib/two-factor/method";
import { standingOf } from "@/lib/two-factor/policy";
import { currentWords } from "@/lib/web/current-words";
import { signedIn } from "@/lib/web/permit";
import { loseMethodsAction } from "./actions";
import { QuestionForm } from "./question-form";

type Props = { settings: Settings; adoption: Adoption; wanted: Method[] };

/** Asks before somebody's last method is taken from what is allowed, and says from how many; also from whoever asks. */
export async function MethodLossQuestion({ settings, adoption, wanted }: Props) {
  const { settings: all } = await currentWords();
  const words = all.security.methodLoss;
  const { session } = await signedIn();
  const losingAmong = (people: Adoption) => usersLosing(people, settings.allowedMethods, wanted);
  const losesOwn = losingAmong([{ ...standingOf(session.facts), count: 1 }]) > 0;
  return (
    <Panel title={all.security.panel}>
      <div className="grid max-w-prose gap-2 text-sm">
        <p className="font-medium">
          {words.text(losingAmong(adoption))} {losesOwn && words.own}
        </p>
        <p className="text-muted">{words.kept}</p>
      </div>
      <QuestionForm action={loseMethodsAction} revision={settings.revision} methods={wanted} words={words} />
    </Panel>
  );
}
