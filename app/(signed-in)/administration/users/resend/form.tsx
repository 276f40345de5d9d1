import { Form } from "@/components/form";
import { LinkButton } from "@/components/link-button";
import { SubmitButton } from "@/components/submit-button";
import { currentWords } from "@/lib/web/current-words";
import { resendAction } from "./actions";

type Props = {
  recipients: number;
  /** The view, and the id of the sending that this page would start: pressing twice is one sending. */
  hidden: Record<string, string>;
  backHref: string;
};

/** The answer to the question: send, or go back. */
export async function ResendForm({ recipients, hidden, backHref }: Props) {
  const { resend: words, general } = await currentWords();
  return (
    <Form action={resendAction} words={general.form}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="flex flex-wrap gap-2">
        {recipients > 0 && <SubmitButton>{words.send(recipients)}</SubmitButton>}
        <LinkButton href={backHref}>{words.cancel}</LinkButton>
      </div>
    </Form>
  );
}
