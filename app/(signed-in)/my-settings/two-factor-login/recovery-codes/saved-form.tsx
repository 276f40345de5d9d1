import { Checkbox } from "@/components/checkbox";
import { Form } from "@/components/form";
import { SubmitButton } from "@/components/submit-button";
import { currentWords } from "@/lib/web/current-words";
import { codesSavedAction } from "./actions";

/** The promise that ends the showing of the codes that were made at `madeAt`: another tab may make newer ones. */
export async function SavedForm({ madeAt }: { madeAt: Date }) {
  const { general, twoFactor } = await currentWords();
  return (
    <div className="no-print">
      <Form action={codesSavedAction} words={general.form}>
        <input type="hidden" name="made" value={madeAt.toISOString()} />
        <Checkbox name="saved" label={twoFactor.codes.saved} />
        <div>
          <SubmitButton>{twoFactor.codes.submit}</SubmitButton>
        </div>
      </Form>
    </div>
  );
}
