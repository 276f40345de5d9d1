import { Notice } from "@/components/notice";
import { TextButton } from "@/components/text-button";
import { currentWords } from "@/lib/web/current-words";
import { logInAgainAction } from "../actions";

/** Stands under the form once the last code has run out: there is a way on. */
export async function NoSendsLeft({ besideOthers }: { besideOthers: boolean }) {
  const { noSendsLeft, logInAgain } = (await currentWords()).login.byEmail;
  return (
    <Notice
      announced={false}
      actions={
        <form action={logInAgainAction}>
          <TextButton>{logInAgain}</TextButton>
        </form>
      }
    >
      {besideOthers ? noSendsLeft.besideOthers : noSendsLeft.alone}
    </Notice>
  );
}
