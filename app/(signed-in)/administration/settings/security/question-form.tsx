import { Form } from "@/components/form";
import type { FormAction } from "@/components/form-state";
import { HiddenField } from "@/components/hidden-field";
import { LinkButton } from "@/components/link-button";
import { SubmitButton } from "@/components/submit-button";
import type { Method } from "@/lib/two-factor/method";
import { currentWords } from "@/lib/web/current-words";
import { paths } from "@/lib/web/paths";

type Props = {
  action: FormAction;
  revision: number;
  /** What was chosen to be allowed from then on. */
  methods: Method[];
  words: { confirm: string; cancel: string };
};

/** The answer to a question before people are left without a second step: yes, or back. */
export async function QuestionForm({ action, revision, methods, words }: Props) {
  const { general } = await currentWords();
  return (
    <Form action={action} words={general.form}>
      <HiddenField name="revision" value={String(revision)} />
      {methods.map((method) => (
        <input key={method} type="hidden" name="methods" value={method} />
      ))}
      <div className="flex flex-wrap gap-2">
        <SubmitButton variant="danger">{words.confirm}</SubmitButton>
        <LinkButton href={paths.security}>{words.cancel}</LinkButton>
      </div>
    </Form>
  );
}
