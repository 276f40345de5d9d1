import { Anchor } from "@/components/anchor";
import { Notice } from "@/components/notice";
import { SubmitButton } from "@/components/submit-button";
import { currentWords } from "@/lib/web/current-words";
import { paths } from "@/lib/web/paths";

type Props = {
  /** What has just come of the link of somebody, if anything has. */
  done?: string;
  other: string;
};

/** Where a mailed link leads while `other` is logged in: a button to log in would lead to their pages. */
export async function LoggedInHere({ done, other }: Props) {
  const { accountLinks, navigation } = await currentWords();
  return (
    <>
      {done && <Notice tone="success">{done}</Notice>}
      <p>{accountLinks.loggedInHere(other)}</p>
      <form action={paths.logOut} method="post">
        <SubmitButton wide>{navigation.logOut}</SubmitButton>
      </form>
      <p className="text-center text-sm">
        <Anchor href={paths.home}>{accountLinks.home}</Anchor>
      </p>
    </>
  );
}
