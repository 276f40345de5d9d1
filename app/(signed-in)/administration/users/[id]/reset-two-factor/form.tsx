import { Form } from "@/components/form";
import { OwnerField } from "@/components/form-owner";
import { LinkButton } from "@/components/link-button";
import { SubmitButton } from "@/components/submit-button";
import { Textarea } from "@/components/textarea";
import { currentWords } from "@/lib/web/current-words";
import { resetTwoFactorAction } from "./actions";

type Props = {
  userId: string;
  backHref: string;
  /** The way to a fresh proof, where there is none. */
  proof: React.ReactNode;
};

/** The reason, and the decision. */
export async function ResetTwoFactorForm({ userId, backHref, proof }: Props) {
  const { resetTwoFactor: words, general } = await currentWords();
  return (
    <Form action={resetTwoFactorAction.bind(null, userId)} words={general.form}>
      <OwnerField />
      <Textarea name="reason" label={words.reason} hint={words.reasonHint} autoComplete="off" />
      {proof && <p className="text-sm text-muted">{proof}</p>}
      <div className="flex flex-wrap gap-2">
        <SubmitButton variant="danger">{words.submit}</SubmitButton>
        <LinkButton href={backHref}>{words.cancel}</LinkButton>
      </div>
    </Form>
  );
}
