import { AuthCard } from "@/components/auth-card";
import type { AddressParameters } from "@/lib/kernel/address-parameters";
import { now } from "@/lib/kernel/clock";
import { currentPendingLogin, departFromMethod } from "@/lib/web/current-pending-login";
import { currentLanguage, currentWords } from "@/lib/web/current-words";
import { pageTitle } from "@/lib/web/page-title";
import type { Language } from "@/lib/words/language";
import { clockTime, whenToComeBack } from "@/lib/words/moment";
import type { Words } from "@/lib/words/words";
import { hasOtherWays } from "../has-other-ways";
import { OtherWays } from "../other-ways";
import { refusedBefore } from "../refused-code";
import { Verified } from "../verified";
import { emailCodeAction } from "./actions";
import { EmailCodeForm } from "./form";
import { NoSendsLeft } from "./no-sends-left";
import { resentAt } from "./resent-at";

export async function generateMetadata() {
  const { pending } = await currentPendingLogin();
  return pageTitle((await currentWords()).login.byEmail.title, pending.organisationName);
}

type Props = { searchParams: Promise<AddressParameters> };

export default async function EmailCodePage({ searchParams }: Props) {
  const { notice, problem, until } = await searchParams;
  const { pending } = await currentPendingLogin();
  if (pending.state === "verified") return <Verified pending={pending} />;
  if (!pending.methods.includes("email")) return departFromMethod();
  const [language, { login, general }] = [await currentLanguage(), await currentWords()];
  const { code, sendsLeft } = pending;
  const besideOthers = hasOtherWays(pending);
  const runOut = sendsLeft > 0 ? login.byEmail.countdown.runOut : login.byEmail.lastRunOut;
  return (
    <AuthCard
      name={pending.organisationName}
      title={login.byEmail.title}
      description={
        (code || sendsLeft > 0) && (
          <p>{code ? login.byEmail.sent(pending.maskedEmail) : login.byEmail.notSent(pending.maskedEmail)}</p>
        )
      }
      footer={<OtherWays pending={pending} at="email" />}
    >
      <EmailCodeForm
        action={emailCodeAction}
        initial={
          notice === "resent" && code?.holds
            ? resentAt(code.sentAt, login.byEmail, language)
            : refusedBefore("email", notice, pending, login)
        }
        sent={code?.holds ?? false}
        problem={
          problem && !code && sendsLeft > 0
            ? problemText(problem, until, login.byEmail, language, besideOthers)
            : undefined
        }
        last={
          sendsLeft === 0
            ? { holding: login.byEmail.lastHolding, over: <NoSendsLeft besideOthers={besideOthers} /> }
            : undefined
        }
        words={{
          form: general.form,
          label: login.code.label,
          hint: login.code.emailHint,
          paste: login.code.paste,
          submit: login.code.submit,
          resend: login.byEmail.resend,
        }}
        countdown={
          code
            ? {
                expiresAt: code.expiresAt.toISOString(),
                serverNow: now().toISOString(),
                words: { ...login.byEmail.countdown, runOut },
                children: code.holds ? login.byEmail.worksUntil(clockTime(code.expiresAt, language)) : runOut,
              }
            : undefined
        }
      />
    </AuthCard>
  );
}

/** Why the first code was not sent, as the step before put it into the address. */
function problemText(
  problem: unknown,
  until: unknown,
  { tooMany, undelivered }: Words["login"]["byEmail"],
  language: Language,
  besideOthers: boolean,
): string {
  const moment = new Date(String(until));
  const isMoment = !Number.isNaN(moment.getTime());
  if (problem === "too-many" && isMoment) return tooMany(whenToComeBack(moment, now(), language));
  return besideOthers ? undelivered.besideOthers : undelivered.alone;
}
