import { Field } from "@/components/field";
import { Form } from "@/components/form";
import { OwnerField } from "@/components/form-owner";
import { SubmitButton } from "@/components/submit-button";
import { currentWords } from "@/lib/web/current-words";
import { addTeamAction } from "./actions";

/** One more team. */
export async function AddTeamForm() {
  const { settings, general } = await currentWords();
  return (
    <Form action={addTeamAction} id="team" words={general.form}>
      <OwnerField />
      <div className="flex flex-wrap items-end gap-3 *:min-h-10">
        <div className="min-w-0 max-w-sm flex-1 basis-56">
          <Field name="name" label={settings.teams.newName} autoComplete="off" />
        </div>
        <SubmitButton variant="secondary">{settings.teams.add}</SubmitButton>
      </div>
    </Form>
  );
}
