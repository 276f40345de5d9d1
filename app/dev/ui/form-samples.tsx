import { Checkbox } from "@/components/checkbox";
import { CheckboxGroup } from "@/components/checkbox-group";
import { CodeField } from "@/components/code-field";
import { Field } from "@/components/field";
import { Form } from "@/components/form";
import type { FormState } from "@/components/form-state";
import { Panel } from "@/components/panel";
import { PasswordField } from "@/components/password-field";
import { RadioGroup } from "@/components/radio-group";
import { Select } from "@/components/select";
import { SubmitButton } from "@/components/submit-button";
import { Textarea } from "@/components/textarea";
import { general } from "@/lib/words/en/general";
import { sampleAction } from "./actions";

const methods = [
  { value: "email", label: "E-mail", hint: "We send a security code that works for 90 seconds" },
  { value: "authenticator", label: "Google Authenticator", hint: "Use the code that your app shows" },
];

const roles = ["Administrator", "Manager", "Member"].map((text) => ({ value: text.toLowerCase(), text }));

/** Every kind of field in one form, which can be sent to see each answer. */
export function FormSamples({ initial }: { initial: FormState }) {
  return (
    <Panel
      title="Form and fields"
      description="Each button sends the form and gets the answer that it names."
    >
      <Form action={sampleAction} initial={initial} words={general.form}>
        <div className="grid gap-5 md:grid-cols-2">
          <Field name="name" label="Name" defaultValue="Ada Lovelace" autoComplete="off" />
          <Field
            name="address"
            type="email"
            label="E-mail address"
            hint="The activation e-mail goes there."
          />
          <Select name="role" label="Role" options={roles} defaultValue="member" />
          <PasswordField
            name="password"
            label="Password"
            hint="At least 15 characters."
            autoComplete="new-password"
            words={{ show: "Show password", hide: "Hide password" }}
          />
          <CodeField name="code" label="Security code" hint="6 digits, from your app." paste="Paste code" />
          <Textarea name="reason" label="Reason" />
          <RadioGroup name="method" label="Method" choices={methods} defaultValue="email" framed />
          <div className="grid content-start gap-5">
            <CheckboxGroup
              name="teams"
              label="Teams"
              choices={["North", "South"].map((label) => ({ value: label.toLowerCase(), label }))}
              defaultValue={["south"]}
            />
            <Checkbox
              name="activation"
              label="Send activation E-mail"
              hint="It is valid for 7 days."
              defaultChecked
            />
          </div>
        </div>
        <div className="flex flex-wrap gap-2">
          <SubmitButton name="answer" value="saved">
            Save
          </SubmitButton>
          <SubmitButton name="answer" value="invalid" variant="secondary">
            Make it invalid
          </SubmitButton>
          <SubmitButton name="answer" value="refused" variant="secondary">
            Refuse it
          </SubmitButton>
        </div>
      </Form>
    </Panel>
  );
}
