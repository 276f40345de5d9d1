import { TextButton } from "@/components/text-button";
import { TextLink } from "@/components/text-link";
import type { PendingLoginDescription } from "@/lib/two-factor/describe-pending-login";
import { currentWords } from "@/lib/web/current-words";
import { paths } from "@/lib/web/paths";
import { cancelAction } from "./actions";

type Props = { pending: PendingLoginDescription; at: "choose" | "email" | "authenticator" | "recovery" };

/** The other ways on from a page of the second step. */
export async function OtherWays({ pending, at }: Props) {
  const { login } = await currentWords();
  return (
    <>
      {at !== "choose" && (pending.methods.length > 1 || at === "recovery") && (
        <TextLink href={paths.verify}>{login.otherMethod}</TextLink>
      )}
      {at !== "recovery" && pending.recoveryCodesLeft > 0 && (
        <TextLink href={paths.verifyRecovery}>{login.useRecovery}</TextLink>
      )}
      <form action={cancelAction}>
        <TextButton>{login.cancel}</TextButton>
      </form>
    </>
  );
}
