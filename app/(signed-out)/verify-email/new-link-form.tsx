import { Field } from "@/components/field";
import { Form } from "@/components/form";
import { SubmitButton } from "@/components/submit-button";
import { currentWords } from "@/lib/web/current-words";
import { sendNewLinkAction } from "./actions";

/** Asks for another activation e-mail; the answer is the same for everybody. */
export async function NewLinkForm() {
  const { accountLinks, general } = await currentWords();
  return (
    <Form action={sendNewLinkAction} words={general.form}>
      <Field
        name="email"
        label={accountLinks.email}
        type="email"
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
      />
      <SubmitButton wide>{accountLinks.sendNewLink}</SubmitButton>
    </Form>
  );
}
