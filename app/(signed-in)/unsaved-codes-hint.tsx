import { Notice } from "@/components/notice";
import { PageLink } from "@/components/page-link";
import type { LiveSession } from "@/lib/sessions/find-session";
import { hasSavedRecoveryCodes } from "@/lib/two-factor/describe-methods";
import { standingOf, usableMethods } from "@/lib/two-factor/policy";
import { currentWords } from "@/lib/web/current-words";
import { paths } from "@/lib/web/paths";

/** Leads whoever has not said to have saved their recovery codes to where they can be made anew. */
export async function UnsavedCodesHint({ session }: { session: LiveSession }) {
  const hasAuthenticator = usableMethods(standingOf(session.facts)).includes("authenticator");
  if (!hasAuthenticator || (await hasSavedRecoveryCodes(session.user.id))) return null;
  const { twoFactor } = await currentWords();
  return (
    <Notice tone="warning" announced={false}>
      {twoFactor.codesNotSaved} <PageLink href={paths.twoFactorLogin}>{twoFactor.title}</PageLink>
    </Notice>
  );
}
