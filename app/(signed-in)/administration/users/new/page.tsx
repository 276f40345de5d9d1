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
import { userFormWords } from "../user-form-words";
import { addUserAction } from "./actions";

export const generateMetadata = titleWithinReach(async () => {
  await permit("users.invite");
  return (await currentWords()).users.adding.title;
});

export default withinReach(async function AddUserPage() {
  const by = await permit("users.invite");
  const teams = await describeTeamsToChoose(by);
  const words = await currentWords();
  const { adding, roles, statuses, back } = words.users;
  if (reachesNobody(by.scope, teams)) {
    return (
      <>
        <PageHeader title={adding.title} back={{ href: paths.users, text: back }} />
        <Notice announced={false}>{words.users.noOwnTeam}</Notice>
      </>
    );
  }
  const roleOptions = rolesToHandOut(by.role).map((role) => ({ value: role, text: roles[role] }));
  const handsOut = roleOptions.length > 1;
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
          roles={roleOptions}
          statuses={Object.entries(statuses).map(([value, text]) => ({ value, text }))}
          teams={teams.map(({ id, name }) => ({ value: id, text: name }))}
          sendActivation
          proof={{ role: handsOut && (await wayToProof(by, adding, paths.newUser)) }}
          words={{ ...userFormWords(words), emailHint: adding.emailHint }}
        />
      </Panel>
    </>
  );
});
