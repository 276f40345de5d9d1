import { Notice } from "@/components/notice";
import { PageLink } from "@/components/page-link";
import { now } from "@/lib/kernel/clock";
import { type Actor, freshly } from "@/lib/sessions/actor";
import type { LiveSession } from "@/lib/sessions/find-session";
import { describeMethods } from "@/lib/two-factor/describe-methods";
import { currentWords } from "@/lib/web/current-words";
import { paths } from "@/lib/web/paths";
import { Elsewhere } from "./elsewhere";
import { MissingMethod } from "./missing-method";

type Props = { actor: Actor; session: LiveSession };

/**
 * What a login leaves to be done, on whichever page it led to. Two Factor Login says it by itself. The frame stays
 * while people go from page to page: an action that mends what is said here has it drawn anew.
 */
export function AfterLogin({ actor, session }: Props) {
  return (
    <Elsewhere than={paths.twoFactorLogin}>
      <MissingMethod session={session} />
      {session.method === "recovery-code" && <RecoveryCodeUsed actor={actor} />}
    </Elsewhere>
  );
}

/** How many are left, for as long as it is news: counting them costs other pages nothing. */
async function RecoveryCodeUsed({ actor }: { actor: Actor }) {
  if (!freshly(actor, now())) return null;
  const { login, home } = await currentWords();
  const { recoveryCodesLeft } = await describeMethods(actor.userId);
  return (
    <Notice announced={false}>
      {login.recoveryCodeUsed(recoveryCodesLeft)}{" "}
      <PageLink href={paths.twoFactorLogin}>{home.recoveryCodes}</PageLink>
    </Notice>
  );
}
