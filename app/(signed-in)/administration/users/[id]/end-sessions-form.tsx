import { Form } from "@/components/form";
import { SubmitButton } from "@/components/submit-button";
import { currentWords } from "@/lib/web/current-words";
import { endSessionsAction } from "./actions";

type Props = {
  userId: string;
  anySession: boolean;
  /** The way to a fresh proof, where there is none. */
  proof: React.ReactNode;
};

/** One button, and the sentence that it is done: that one stays when there is no session left. */
export async function EndSessionsForm({ userId, anySession, proof }: Props) {
  const { users, general } = await currentWords();
  return (
    <Form action={endSessionsAction.bind(null, userId)} id="sessions" words={general.form}>
      {anySession && (
        <>
          {proof && <p className="text-sm text-muted">{proof}</p>}
          <div>
            <SubmitButton variant="secondary">{users.sessions.endAll}</SubmitButton>
          </div>
        </>
      )}
    </Form>
  );
}
