import { cache } from "react";
import { Notice } from "@/components/notice";
import { Panel } from "@/components/panel";
import type { AddressParameters } from "@/lib/kernel/address-parameters";
import { describeAdoption, describeSettings } from "@/lib/organisations/describe-settings";
import { mayDo } from "@/lib/organisations/permission";
import { methods } from "@/lib/two-factor/method";
import { currentWords } from "@/lib/web/current-words";
import { paths } from "@/lib/web/paths";
import { permit } from "@/lib/web/permit";
import type { Words } from "@/lib/words/words";
import { titleWithinReach, withinReach } from "../../../within-reach";
import { wayToProof } from "../../way-to-proof";
import { SettingsFrame } from "../frame";
import { AdoptionPanel } from "./adoption-panel";
import { SecurityForm } from "./form";
import { MethodLossQuestion } from "./method-loss-question";
import { SwitchOffQuestion } from "./switch-off-question";

type Props = { searchParams: Promise<AddressParameters> };

/** Asked for by the title and by the page, looked up once. */
const requestedSettings = cache(async () => {
  const by = await permit("settings.view");
  return { by, present: await describeSettings(by) };
});

/** Whoever does not see the page hears by its title that they are asked something, and that nothing is saved yet. */
export const generateMetadata = titleWithinReach(async ({ searchParams }: Props) => {
  const { present } = await requestedSettings();
  const { settings } = await currentWords();
  return titleOf(settings.security, questionIn(await searchParams, present));
});

/** Which question the address asks, where two-factor login is on: before all or some are let in by password alone. */
function questionIn(asked: AddressParameters, { switchedOn }: { switchedOn: boolean }) {
  const wanted = methods.filter((method) => String(asked.methods).split(",").includes(method));
  if (switchedOn && "switch-off" in asked) return { about: "switchOff", wanted } as const;
  return switchedOn && wanted.length > 0 ? ({ about: "methodLoss", wanted } as const) : undefined;
}

const titleOf = (words: Words["settings"]["security"], question: ReturnType<typeof questionIn>) =>
  question ? words[question.about].title : words.title;

export default withinReach(async function SecurityPage({ searchParams }: Props) {
  const { by, present } = await requestedSettings();
  const [adoption, asked] = await Promise.all([describeAdoption(by), searchParams]);
  const { settings } = await currentWords();
  const words = settings.security;
  const question = questionIn(asked, present);
  const Question =
    question && { switchOff: SwitchOffQuestion, methodLoss: MethodLossQuestion }[question.about];
  return (
    <SettingsFrame title={titleOf(words, question)}>
      {Question ? (
        <Question settings={present} adoption={adoption} wanted={question.wanted} />
      ) : (
        <Panel title={words.panel}>
          <SecurityForm
            present={present}
            adoption={adoption}
            mayEdit={mayDo(by.role, "settings.edit")}
            proof={await wayToProof(by, settings, paths.security)}
            initial={asked.notice === "saved" ? { status: "saved", message: words.saved } : undefined}
            opening={asked.notice === "changed-meanwhile" && <Notice>{words.savedMeanwhile}</Notice>}
          />
        </Panel>
      )}
      <AdoptionPanel settings={present} adoption={adoption} />
    </SettingsFrame>
  );
});
