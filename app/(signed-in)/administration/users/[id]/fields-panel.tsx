import type { FormState } from "@/components/form-state";
import { Panel } from "@/components/panel";
import type { Permitted } from "@/lib/organisations/permission";
import type { Team } from "@/lib/organisations/team";
import type { PresentUser } from "@/lib/organisations/user";
import { rolesToHandOut } from "@/lib/organisations/visibility";
import { currentWords } from "@/lib/web/current-words";
import { paths } from "@/lib/web/paths";
import { wayToProof } from "../../way-to-proof";
import { UserForm } from "../user-form";
import { editUserAction } from "./actions";

type Props = {
  by: Permitted<"users.edit">;
  user: PresentUser;
  teams: Team[];
  /** What led here, as the address says it. */
  notice: string | string[] | undefined;
  /** What leads back to the page of the list. */
  list: Record<string, string>;
};

/** What of a user can be changed. */
export async function FieldsPanel({ by, user, teams, notice, list }: Props) {
  const { form, adding } = (await currentWords()).users;
  const isKnown = (name: unknown): name is keyof typeof adding.notices =>
    typeof name === "string" && Object.hasOwn(adding.notices, name);
  const initial: FormState | undefined = isKnown(notice)
    ? { status: "saved", message: adding.notices[notice] }
    : undefined;
  const roles = rolesToHandOut(by.role);
  const proof = await wayToProof(by, form, paths.user(user.id, list));
  // Nobody needs a second step of their own to deactivate somebody.
  const proofAlone = await wayToProof(by, { proveHint: form.proveHint }, paths.user(user.id, list));
  return (
    <Panel title={form.title}>
      <UserForm
        action={editUserAction.bind(null, user.id)}
        initial={initial}
        user={{ ...user, teamIds: user.teams.map(({ id }) => id) }}
        roles={roles}
        teams={teams}
        sendActivation={false}
        proof={{ email: proof, role: roles.length > 1 && proof, status: proofAlone }}
      />
    </Panel>
  );
}
