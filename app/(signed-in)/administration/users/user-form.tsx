import { BeganFields } from "@/components/began-fields";
import { Checkbox } from "@/components/checkbox";
import { CheckboxGroup } from "@/components/checkbox-group";
import { Field } from "@/components/field";
import { Form } from "@/components/form";
import { OwnerField } from "@/components/form-owner";
import type { FormAction, FormState } from "@/components/form-state";
import { HiddenField } from "@/components/hidden-field";
import { ScrollBox } from "@/components/scroll-box";
import { Select } from "@/components/select";
import { SubmitButton } from "@/components/submit-button";
import type { Team } from "@/lib/organisations/team";
import { userStatuses } from "@/lib/organisations/user";
import type { UserFields } from "@/lib/organisations/user-change";
import type { Role } from "@/lib/sessions/session";
import { currentWords } from "@/lib/web/current-words";

type Props = {
  action: FormAction;
  initial?: FormState;
  user: UserFields & { revision: number };
  /** The roles and teams that there are to choose from. */
  roles: Role[];
  teams: Team[];
  sendActivation: boolean;
  /** What is said of the address instead of what a change of it means. */
  emailHint?: string;
  /** A way to prove who one is, at the fields that ask for it; none while the last proof is fresh. */
  proof: Partial<Record<"email" | "role" | "status", React.ReactNode>>;
};

/** The fields of a user, the same for a new one and for a change. */
export async function UserForm(props: Props) {
  const { user, proof } = props;
  const { users, general } = await currentWords();
  const words = users.form;
  const { name, email, role, status, teamIds: teams } = user;
  return (
    <Form action={props.action} initial={props.initial} autoComplete="off" words={general.form}>
      <OwnerField />
      <HiddenField name="revision" value={String(user.revision)} />
      <BeganFields values={{ name, email, role, status, teams }} />
      <div className="grid max-w-xl gap-5">
        <Field name="name" label={words.name} defaultValue={user.name} autoComplete="off" />
        <Field
          name="email"
          type="email"
          label={words.email}
          hint={
            <>
              {props.emailHint ?? words.emailHint} {proof.email}
            </>
          }
          defaultValue={user.email}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
        <Select
          name="role"
          label={words.role}
          hint={proof.role}
          options={props.roles.map((value) => ({ value, text: users.roles[value] }))}
          defaultValue={user.role}
        />
        <Select
          name="status"
          label={words.status}
          hint={
            <>
              {words.statusHint} {proof.status}
            </>
          }
          options={userStatuses.map((value) => ({ value, text: users.statuses[value] }))}
          defaultValue={user.status}
        />
      </div>
      {props.teams.length > 0 && (
        // An organisation may have hundreds of teams: the rest of the form stays near.
        <div className="max-w-xl">
          <ScrollBox>
            <CheckboxGroup
              name="teams"
              label={words.teams}
              hint={words.teamsHint}
              choices={props.teams.map(({ id, name }) => ({ value: id, label: name }))}
              defaultValue={user.teamIds}
            />
          </ScrollBox>
        </div>
      )}
      <Checkbox
        name="activation"
        label={words.activation}
        hint={words.activationHint}
        defaultChecked={props.sendActivation}
      />
      <div>
        <SubmitButton>{words.save}</SubmitButton>
      </div>
    </Form>
  );
}
