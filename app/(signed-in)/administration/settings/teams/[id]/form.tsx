import { Field } from "@/components/field";
import { Form } from "@/components/form";
import { OwnerField } from "@/components/form-owner";
import { SubmitButton } from "@/components/submit-button";
import type { Team } from "@/lib/organisations/team";
import { currentWords } from "@/lib/web/current-words";
import { renameTeamAction } from "../actions";

/** A new name for a team. */
export async function RenameTeamForm({ team }: { team: Team }) {
  const { settings, general } = await currentWords();
  return (
    <Form action={renameTeamAction.bind(null, team.id)} words={general.form}>
      <OwnerField />
      <div className="max-w-sm">
        <Field name="name" label={settings.teams.name} defaultValue={team.name} autoComplete="off" />
      </div>
      <div>
        <SubmitButton>{settings.save}</SubmitButton>
      </div>
    </Form>
  );
}
