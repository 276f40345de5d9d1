import { AnchorButton } from "@/components/anchor-button";
import { currentSession } from "@/lib/web/current";
import { currentWords } from "@/lib/web/current-words";
import { paths } from "@/lib/web/paths";
import { LoggedInHere } from "./logged-in-here";

/** From a link with which all is done to the login; where somebody is logged in already, it says who that is. */
export async function WayIn() {
  const session = await currentSession();
  if (session) return <LoggedInHere other={session.user.email} />;
  const { logIn } = (await currentWords()).accountLinks;
  return (
    <AnchorButton href={paths.login} variant="primary" wide>
      {logIn}
    </AnchorButton>
  );
}
