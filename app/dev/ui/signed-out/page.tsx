import { AuthCard } from "@/components/auth-card";
import { Button } from "@/components/button";
import { CodeField } from "@/components/code-field";
import { Countdown } from "@/components/countdown";
import { Form } from "@/components/form";
import { SubmitButton } from "@/components/submit-button";
import { after, now } from "@/lib/kernel/clock";
import { seconds } from "@/lib/kernel/duration";
import { notInProduction } from "@/lib/web/not-in-production";
import { general } from "@/lib/words/en/general";
import { sampleAction } from "../actions";

/** The frame of the login pages around the form that matters most. */
export default function SignedOutSampler() {
  notInProduction();
  const served = now();
  return (
    <AuthCard
      name="Acme"
      title="Check your e-mail"
      description="We sent a security code to j•••@example.com."
      footer={
        <>
          <a href="/dev/ui">Use a recovery code</a>
          <a href="/dev/ui">Cancel and log in as someone else</a>
        </>
      }
    >
      <Form action={sampleAction} words={general.form}>
        <CodeField name="code" label="Security code" paste="Paste code" />
        <Countdown
          expiresAt={after(served, seconds(90)).toISOString()}
          serverNow={served.toISOString()}
          words={{ one: "# second left", other: "# seconds left", runOut: "That code has run out." }}
        >
          The code works for 90 seconds.
        </Countdown>
        <div className="grid gap-2">
          <SubmitButton name="answer" value="invalid" wide>
            Log in
          </SubmitButton>
          <Button wide>Resend code</Button>
        </div>
      </Form>
    </AuthCard>
  );
}
