import { Form } from "@/components/form";
import { RadioGroup } from "@/components/radio-group";
import { SubmitButton } from "@/components/submit-button";
import type { PendingLoginDescription } from "@/lib/two-factor/describe-pending-login";
import { currentWords } from "@/lib/web/current-words";
import { chooseMethodAction } from "./actions";

type Props = { pending: Pick<PendingLoginDescription, "methods" | "preselected" | "maskedEmail"> };

/** The choice of a method. Nothing is sent before Continue. */
export async function ChooseMethodForm({ pending }: Props) {
  const { login, general } = await currentWords();
  const words = login.choose;
  const choices = {
    email: { value: "email", label: words.emailLabel, hint: words.emailHint(pending.maskedEmail) },
    authenticator: {
      value: "authenticator",
      label: words.authenticatorLabel,
      hint: words.authenticatorHint,
    },
  };
  return (
    <Form action={chooseMethodAction} words={general.form}>
      <RadioGroup
        name="method"
        label={words.method}
        choices={pending.methods.map((method) => choices[method])}
        defaultValue={pending.preselected}
        framed
      />
      <SubmitButton wide>{words.submit}</SubmitButton>
    </Form>
  );
}
