import { redirect } from "next/navigation";
import { now } from "@/lib/kernel/clock";
import { showRecoveryCodes } from "@/lib/two-factor/make-recovery-codes";
import { currentLanguage, currentWords } from "@/lib/web/current-words";
import { paths } from "@/lib/web/paths";
import { signedIn } from "@/lib/web/permit";
import { day } from "@/lib/words/moment";

/** The recovery codes as a text file, for as long as their page shows them; afterwards that page says where they are. */
export async function GET(): Promise<Response> {
  const { actor } = await signedIn();
  const codes = await showRecoveryCodes(actor);
  if (!codes) redirect(paths.recoveryCodes);

  const { codes: words } = (await currentWords()).twoFactor;
  const heading = words.printed(actor.organisationName, actor.email, day(now(), await currentLanguage()));
  return new Response([heading, "", ...codes, ""].join("\n"), {
    headers: {
      "content-type": "text/plain; charset=utf-8",
      "content-disposition": `attachment; filename="recovery-codes.txt"`,
      "cache-control": "no-store",
    },
  });
}
