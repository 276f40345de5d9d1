import { Panel } from "@/components/panel";
import type { AddressParameters } from "@/lib/kernel/address-parameters";
import { describeSettings } from "@/lib/organisations/describe-settings";
import { describeTeams } from "@/lib/organisations/describe-teams";
import { mayDo } from "@/lib/organisations/permission";
import { currentWords } from "@/lib/web/current-words";
import { paths } from "@/lib/web/paths";
import { permit } from "@/lib/web/permit";
import { NoticeFromAddress } from "../../notice-from-address";
import { titleWithinReach, withinReach } from "../../within-reach";
import { wayToProof } from "../way-to-proof";
import { GeneralForm } from "./form";
import { SettingsFrame } from "./frame";
import { TeamsPanel } from "./teams/panel";

export const generateMetadata = titleWithinReach(async () => {
  await permit("settings.view");
  return (await currentWords()).settings.general.title;
});

type Props = { searchParams: Promise<AddressParameters> };

export default withinReach(async function GeneralSettingsPage({ searchParams }: Props) {
  const by = await permit("settings.view");
  const [present, teams, { notice }] = await Promise.all([
    describeSettings(by),
    describeTeams(by),
    searchParams,
  ]);
  const { settings } = await currentWords();
  const words = settings.general;
  const mayEdit = mayDo(by.role, "settings.edit");
  return (
    <SettingsFrame title={words.title}>
      <NoticeFromAddress
        given={notice}
        sentences={settings.teams.notices}
        troubles={settings.teams.troubles}
      />
      <Panel title={words.organisation}>
        <GeneralForm
          present={present}
          mayEdit={mayEdit}
          proof={await wayToProof(by, settings, paths.settings)}
        />
      </Panel>
      <TeamsPanel teams={teams} mayEdit={mayEdit} />
    </SettingsFrame>
  );
});
