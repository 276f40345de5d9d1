import { cache } from "react";
import { PageHeader } from "@/components/page-header";
import { Panel } from "@/components/panel";
import { SubmitButton } from "@/components/submit-button";
import { TextLink } from "@/components/text-link";
import { describeTeam } from "@/lib/organisations/describe-teams";
import { currentWords } from "@/lib/web/current-words";
import { nowhere } from "@/lib/web/nowhere";
import { paths } from "@/lib/web/paths";
import { permit } from "@/lib/web/permit";
import { titleWithinReach, withinReach } from "../../../../within-reach";
import { deleteTeamAction } from "../actions";
import { RenameTeamForm } from "./form";

type Props = { params: Promise<{ id: string }> };

/** Asked for by the title and by the page, looked up once. */
const requestedTeam = cache(async (id: string) => {
  const by = await permit("settings.edit");
  return (await describeTeam(by, id)) ?? nowhere();
});

export const generateMetadata = titleWithinReach(async ({ params }: Props) => {
  const team = await requestedTeam((await params).id);
  return team.name;
});

/** One team: its name, who is in it, and its end. Reading what that means is the question before deleting. */
export default withinReach(async function TeamPage({ params }: Props) {
  const team = await requestedTeam((await params).id);
  const words = (await currentWords()).settings.teams;
  return (
    <>
      <PageHeader title={<bdi>{team.name}</bdi>} back={{ href: paths.settings, text: words.back }} />
      <Panel title={words.rename}>
        <RenameTeamForm team={team} />
      </Panel>
      <Panel title={words.deletion} description={words.deletionOf(team.members)}>
        <p className="text-sm">
          <TextLink href={paths.usersShown({ team: team.id })}>{words.showMembers}</TextLink>
        </p>
        <form action={deleteTeamAction.bind(null, team.id)}>
          <SubmitButton variant="danger">{words.delete}</SubmitButton>
        </form>
      </Panel>
    </>
  );
});
