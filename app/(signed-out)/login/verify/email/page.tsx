import { redirect } from "next/navigation";
import { AuthCard } from "@/components/auth-card";
import { Countdown } from "@/components/countdown";
import { Notice } from "@/components/notice";
import { now } from "@/lib/kernel/clock";
import { currentPendingLogin } from "@/lib/web/current-pending-login";
import { currentLanguage, currentWords } from "@/lib/web/current-words";
import { pageTitle } from "@/lib/web/page-title";
import { paths } from "@/lib/web/paths";
import { clockTime } from "@/lib/words/moment";
import { OtherWays } from "../other-ways";
import { Verified } from "../verified";
import { EmailCodeForm } from "./form";

export async function generateMetadata() {
  const { pending } = await currentPendingLogin();
  return pageTitle((await currentWords()).login.byEmail.title, pending.organisationName);
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function EmailCodePage({ searchParams }: Props) {
  const { problem } = await searchParams;
  const { pending } = await currentPendingLogin();
  if (pending.state === "verified") return <Verified pending={pending} />;
  if (!pending.methods.includes("email")) redirect(paths.verify);
  const { login, general } = await currentWords();
  const { code } = pending;
  return (
    <AuthCard
      name={pending.organisationName}
      title={login.byEmail.title}
      description={
        <p>{code ? login.byEmail.sent(pending.maskedEmail) : login.byEmail.notSent(pending.maskedEmail)}</p>
      }
      footer={<OtherWays pending={pending} at="email" />}
    >
      {problem && !code && (
        <Notice tone="danger">
          {problem === "no-sends-left" ? login.byEmail.noSendsLeft : login.byEmail.undelivered}
        </Notice>
      )}
      <EmailCodeForm
        sent={code !== null}
        words={{
          form: general.form,
          label: login.code.label,
          hint: login.code.emailHint,
          paste: login.code.paste,
          submit: login.code.submit,
          resend: login.byEmail.resend,
        }}
      >
        {code && (
          <Countdown
            expiresAt={code.expiresAt.toISOString()}
            serverNow={now().toISOString()}
            words={login.byEmail.countdown}
          >
            {login.byEmail.worksUntil(clockTime(code.expiresAt, await currentLanguage()))}
          </Countdown>
        )}
      </EmailCodeForm>
    </AuthCard>
  );
}
