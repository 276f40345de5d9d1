import { Panel } from "@/components/panel";
import type { AddressParameters } from "@/lib/kernel/address-parameters";
import { describeAdoption, describeSettings } from "@/lib/organisations/describe-settings";
import { mayDo } from "@/lib/organisations/permission";
import { methods } from "@/lib/two-factor/method";
import { currentWords } from "@/lib/web/current-words";
import { paths } from "@/lib/web/paths";
import { permit } from "@/lib/web/permit";
import { wayToProof } from "../../way-to-proof";
import { SettingsFrame } from "../frame";
import { AdoptionPanel } from "./adoption-panel";
import { choiceHints } from "./choice-hints";
import { SecurityForm } from "./form";
import { MethodLossQuestion } from "./method-loss-question";
import { SwitchOffQuestion } from "./switch-off-question";

export const generateMetadata = async () => ({
  title: (await currentWords()).settings.security.title,
});

type Props = { searchParams: Promise<AddressParameters> };

export default async function SecurityPage({ searchParams }: Props) {
  const by = await permit("settings.view");
  const [present, adoption, asked] = await Promise.all([
    describeSettings(by),
    describeAdoption(by),
    searchParams,
  ]);
  const { settings, general } = await currentWords();
  const words = settings.security;
  const wanted = methods.filter((method) => String(asked.methods).split(",").includes(method));
  const question = !present.switchedOn ? undefined : "switch-off" in asked ? (
    <SwitchOffQuestion settings={present} adoption={adoption} wanted={wanted} />
  ) : (
    wanted.length > 0 && <MethodLossQuestion settings={present} adoption={adoption} wanted={wanted} />
  );
  return (
    <SettingsFrame title={words.title}>
      {question || (
        <Panel title={words.panel}>
          <SecurityForm
            switchedOn={present.switchedOn}
            allowedMethods={present.allowedMethods}
            revision={present.revision}
            mayEdit={mayDo(by.role, "settings.edit")}
            proof={await wayToProof(by, settings, paths.security)}
            initial={"saved" in asked ? { status: "saved", message: words.saved } : undefined}
            words={{
              form: general.form,
              save: settings.save,
              enable: words.enable,
              methods: words.methods,
              methodsHint: words.methodsHint,
              email: words.email,
              authenticator: words.authenticator,
              ...choiceHints(words, present, adoption),
            }}
          />
        </Panel>
      )}
      <AdoptionPanel settings={present} adoption={adoption} />
    </SettingsFrame>
  );
}
