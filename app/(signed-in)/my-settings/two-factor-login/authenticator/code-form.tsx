import { CodeField } from "@/components/code-field";
import { Form } from "@/components/form";
import { SubmitButton } from "@/components/submit-button";
import type { Actor } from "@/lib/sessions/actor";
import { currentLanguage, currentWords } from "@/lib/web/current-words";
import { clockTime } from "@/lib/words/moment";
import { cancelEnrolmentAction, confirmEnrolmentAction } from "./actions";

/** The code that shows that the app has the secret. */
export async function CodeForm({ actor, expiresAt }: { actor: Actor; expiresAt: Date }) {
  const { general, login, twoFactor } = await currentWords();
  const words = twoFactor.enrolment;
  return (
    <Form action={confirmEnrolmentAction} words={general.form}>
      <CodeField
        name="code"
        label={words.code}
        hint={words.codeHint(actor.organisationName)}
        paste={login.code.paste}
      />
      <div className="flex flex-wrap items-center gap-2">
        <SubmitButton>{words.submit}</SubmitButton>
        <SubmitButton variant="secondary" formAction={cancelEnrolmentAction}>
          {words.cancel}
        </SubmitButton>
        <p className="text-muted">{words.worksUntil(clockTime(expiresAt, await currentLanguage()))}</p>
      </div>
    </Form>
  );
}
