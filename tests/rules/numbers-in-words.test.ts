/** Sentences name numbers of the product by hand, because words know nothing of it: here they are held to it. */
import { expect, test } from "vitest";
import { looksFor } from "@/app/(signed-in)/administration/users/resend/[job]/looking";
import { tokenLife } from "@/lib/accounts/email-token";
import { longestName } from "@/lib/accounts/name";
import { type Duration, days, minutes, seconds } from "@/lib/kernel/duration";
import { resultsOnPage } from "@/lib/organisations/describe-sending";
import { longestReason, shortestReason } from "@/lib/organisations/reset-two-factor";
import { shortestInside } from "@/lib/organisations/user-search-queries";
import { freshFor } from "@/lib/sessions/session";
import { enrolmentLife } from "@/lib/two-factor/begin-enrolment";
import { revealLife } from "@/lib/two-factor/make-recovery-codes";
import { pendingLoginLife } from "@/lib/two-factor/pending-login";
import { mostFailuresInARow } from "@/lib/two-factor/policy";
import { recoveryCodeLength } from "@/lib/two-factor/recovery-code";
import { codeLength, codeLife } from "@/lib/two-factor/security-code";
import { stepSeconds } from "@/lib/two-factor/totp";
import { timeForSecondStep, wrongCodesBeforeWarning } from "@/lib/two-factor/warn-of-unfinished-login";
import { type Language, languages } from "@/lib/words/language";
import { bySentence } from "../support/sentences";

const inMinutes = (duration: Duration) => duration / minutes(1);
const inDays = (duration: Duration) => duration / days(1);
const codeSeconds = codeLife / seconds(1);

/** Every number in a sentence, by its place in the catalogues. */
const numbers: Record<string, number[]> = {
  "login.notices.timed-out": [inMinutes(pendingLoginLife)],
  "login.choose.emailHint": [codeSeconds],
  "login.choose.authenticatorHint": [codeLength],
  "login.code.emailHint": [codeLength],
  "login.code.authenticatorHint": [codeLength, stepSeconds],
  "login.code.format": [codeLength],
  "login.code.notDigits": [codeLength],
  "login.byEmail.resent": [codeSeconds],
  "login.byRecoveryCode.format": [recoveryCodeLength],
  "login.stepUp.ended.timed-out": [inMinutes(pendingLoginLife)],
  "accountLinks.verifyEmail.ends.run-out.text": [inDays(tokenLife.activation)],
  "accountLinks.forgottenPassword.description": [inMinutes(tokenLife["password-reset"])],
  "accountLinks.resetPassword.ends.run-out.text": [inMinutes(tokenLife["password-reset"])],
  "twoFactor.lockedOut": [mostFailuresInARow],
  "twoFactor.enrolment.getAppText": [codeLength],
  "twoFactor.enrolment.codeHint": [codeLength],
  "twoFactor.enrolment.runOut": [inMinutes(enrolmentLife)],
  "twoFactor.codes.gone": [inMinutes(revealLife)],
  "mySettings.profile.nameMissing": [longestName],
  "mySettings.password.prove": [inMinutes(freshFor)],
  "users.search.hint": [shortestInside],
  "users.form.nameMissing": [longestName],
  "users.form.activationHint": [inDays(tokenLife.activation)],
  "users.form.notFresh": [inMinutes(freshFor)],
  "users.adding.notFresh": [inMinutes(freshFor)],
  "users.twoFactor.lockedOut": [mostFailuresInARow],
  "users.sessions.notFresh": [inMinutes(freshFor)],
  "resend.about": [inDays(tokenLife.activation)],
  "resend.job.rests": [inMinutes(looksFor)],
  "resend.job.next": [resultsOnPage],
  "resetTwoFactor.reasonMissing": [shortestReason, longestReason],
  "resetTwoFactor.notFresh": [inMinutes(freshFor)],
  "settings.notFresh": [inMinutes(freshFor)],
  "settings.general.nameMissing": [longestName],
  "settings.teams.nameMissing": [longestName],
  "settings.security.emailHint": [codeSeconds],
  "audit.reasons.timed-out": [inMinutes(pendingLoginLife)],
  "audit.reasons.no-second-step": [inMinutes(timeForSecondStep)],
  "audit.reasons.three-wrong-codes": [wrongCodesBeforeWarning],
};

/** The numbers that are written out. */
const writtenOut: Record<Language, Record<string, number>> = {
  en: { three: 3, ten: 10 },
  de: { drei: 3, zehn: 10 },
  nl: { drie: 3, tien: 10 },
};

/** All but 0, 1 and 2: those are facts that were filled in, and what "at least" is said of. */
function numbersIn(said: string, language: Language): number[] {
  const texts = said.toLowerCase().match(/(?<![\p{L}\d])(?:\d+|\p{L}+)(?![\p{L}\d])/gu) ?? [];
  return texts.map((text) => writtenOut[language][text] ?? Number(text)).filter((number) => number > 2);
}

test.each(languages)("each number that stands in a sentence of %s is the product's own", (language) => {
  const found = [...bySentence(language)].map(([path, said]) => [path, numbersIn(said, language)] as const);
  expect(Object.fromEntries(found.filter(([, each]) => each.length > 0))).toEqual(numbers);
});
