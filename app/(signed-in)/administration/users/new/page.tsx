import { Notice } from "@/components/notice";
import { PageHeader } from "@/components/page-header";
import { Panel } from "@/components/panel";
import { describeTeamsToChoose } from "@/lib/organisations/describe-user";
import { reachesNobody, rolesToHandOut } from "@/lib/organisations/visibility";
import { currentWords } from "@/lib/web/current-words";
import { paths } from "@/lib/web/paths";
import { permit } from "@/lib/web/permit";
import { titleWithinReach, withinReach } from "../../../within-reach";
import { wayToProof } from "../../way-to-proof";
import { UserForm } from "../user-form";
import { addUserAction } from "./actions";

export const generateMetadata = titleWithinReach(async () => {
  await permit("users.invite");
  return (await currentWords()).users.adding.title;
});

export default withinReach(async function AddUserPage() {
  const by = await permit("users.invite");
  const teams = await describeTeamsToChoose(by);
  const { adding, back, noOwnTeam } = (await currentWords()).users;
  if (reachesNobody(by.scope, teams)) {
    return (
      <>
        <PageHeader title={adding.title} back={{ href: paths.users, text: back }} />
        <Notice announced={false}>{noOwnTeam}</Notice>
      </>
    );
  }
  const roles = rolesToHandOut(by.role);
  return (
    <>
      <PageHeader title={adding.title} back={{ href: paths.users, text: back }} />
      <Panel title={adding.panel}>
        <UserForm
          action={addUserAction}
          user={{
            name: "",
            email: "",
            role: "member",
            status: "active",
            // Somebody with one team adds people to that one.
            teamIds: by.scope === "own-teams" && teams.length === 1 ? teams.map(({ id }) => id) : [],
            revision: 0,
          }}
          roles={roles}
          teams={teams}
          emailHint={adding.emailHint}
          sendActivation
          proof={{ role: roles.length > 1 && (await wayToProof(by, adding, paths.newUser)) }}
        />
      </Panel>
    </>
  );
});
