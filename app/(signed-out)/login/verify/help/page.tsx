import { AuthCard } from "@/components/auth-card";
import { Form } from "@/components/form";
import { SubmitButton } from "@/components/submit-button";
import { currentPendingLogin } from "@/lib/web/current-pending-login";
import { currentWords } from "@/lib/web/current-words";
import { pageTitle } from "@/lib/web/page-title";
import { OtherWays } from "../other-ways";
import { Verified } from "../verified";
import { askForHelpAction } from "./actions";

export async function generateMetadata() {
  const { pending } = await currentPendingLogin();
  return pageTitle((await currentWords()).login.help.title, pending.organisationName);
}

/** What to try when no code comes, and the way to somebody who can help. */
export default async function HelpPage() {
  const { pending } = await currentPendingLogin();
  if (pending.state === "verified") return <Verified pending={pending} />;
  const { login, general } = await currentWords();
  const { help } = login;
  // Without a method a recovery code is what is left.
  const [only = "recoveryCodes", ...others] = pending.methods;
  const outOfReach = help.outOfReach[others.length > 0 ? "both" : only];
  const tips = [
    ...pending.methods.map((method) => help.tips[method]),
    ...(pending.recoveryCodesLeft > 0 ? [help.tips.recoveryCode] : []),
  ];
  return (
    <AuthCard
      name={pending.organisationName}
      title={help.title}
      description={help.description}
      footer={<OtherWays pending={pending} at="help" />}
    >
      <ul className="grid list-disc gap-2 ps-5 text-sm">
        {tips.map((tip) => (
          <li key={tip}>{tip}</li>
        ))}
      </ul>
      <Form action={askForHelpAction} words={general.form}>
        <p className="text-sm text-muted">
          {outOfReach} {help.text(pending.organisationName)}
        </p>
        <SubmitButton wide>{help.submit}</SubmitButton>
      </Form>
    </AuthCard>
  );
}
