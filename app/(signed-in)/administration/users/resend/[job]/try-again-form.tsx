import { RotateCw } from "lucide-react";
import { Form } from "@/components/form";
import { SubmitButton } from "@/components/submit-button";
import { currentWords } from "@/lib/web/current-words";
import { tryAgainAction } from "./actions";

/** One button, while anything has failed, and the sentence that answers it. */
export async function TryAgainForm({ jobId, failed }: { jobId: string; failed: number }) {
  const { resend, general } = await currentWords();
  return (
    <Form action={tryAgainAction.bind(null, jobId)} words={general.form}>
      {failed > 0 && (
        <div>
          <SubmitButton variant="secondary" icon={<RotateCw />}>
            {resend.job.tryAgain}
          </SubmitButton>
        </div>
      )}
    </Form>
  );
}
