import { Anchor } from "@/components/anchor";
import { TextButton } from "@/components/text-button";
import type { PendingLoginDescription } from "@/lib/two-factor/describe-pending-login";
import { currentWords } from "@/lib/web/current-words";
import { paths } from "@/lib/web/paths";
import { cancelAction } from "./actions";
import { firstPage } from "./pages";

type Props = {
  pending: PendingLoginDescription;
  at: "choose" | "email" | "authenticator" | "recovery" | "help";
};

/** The other ways on from a page of the second step. */
export async function OtherWays({ pending, at }: Props) {
  const { login } = await currentWords();
  const severalWays = pending.methods.length > (at === "recovery" ? 0 : 1);
  return (
    <>
      {at === "help" && <Anchor href={firstPage(pending)}>{login.help.back}</Anchor>}
      {at !== "choose" && at !== "help" && severalWays && (
        <Anchor href={paths.verify}>{login.otherMethod}</Anchor>
      )}
      {at !== "recovery" && pending.recoveryCodesLeft > 0 && (
        <Anchor href={paths.verifyRecovery}>{login.useRecovery}</Anchor>
      )}
      {at !== "help" && <Anchor href={paths.verifyHelp}>{login.help.title}</Anchor>}
      <form action={cancelAction}>
        <TextButton>{pending.purpose === "step-up" ? login.stepUp.cancel : login.cancel}</TextButton>
      </form>
    </>
  );
}
