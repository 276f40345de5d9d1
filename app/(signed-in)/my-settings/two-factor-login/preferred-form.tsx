import { Form } from "@/components/form";
import { OwnerField } from "@/components/form-owner";
import { Panel } from "@/components/panel";
import { RadioGroup } from "@/components/radio-group";
import { SubmitButton } from "@/components/submit-button";
import type { Method } from "@/lib/two-factor/method";
import { currentWords } from "@/lib/web/current-words";
import { choosePreferredAction } from "./actions";

/** Which method a login offers first, for whoever has more than one. */
export async function PreferredForm({ usable, preferred }: { usable: Method[]; preferred: Method | null }) {
  const { twoFactor, general } = await currentWords();
  const words = twoFactor.preferred;
  return (
    <Panel title={words.title}>
      <Form id="preferred" action={choosePreferredAction} words={general.form}>
        <OwnerField />
        <RadioGroup
          name="method"
          label={words.label}
          defaultValue={preferred && usable.includes(preferred) ? preferred : "last"}
          choices={[
            ...usable.map((method) => ({ value: method, label: twoFactor[method] })),
            { value: "last", label: words.last },
          ]}
        />
        <div>
          <SubmitButton>{words.submit}</SubmitButton>
        </div>
      </Form>
    </Panel>
  );
}
