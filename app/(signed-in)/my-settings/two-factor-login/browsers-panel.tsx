import { Panel } from "@/components/panel";
import { SubmitButton } from "@/components/submit-button";
import { type Column, Table } from "@/components/table";
import { Time } from "@/components/time";
import { listOwnBrowsers } from "@/lib/accounts/list-browsers";
import type { Actor } from "@/lib/sessions/actor";
import { currentLanguage, currentWords } from "@/lib/web/current-words";
import { day } from "@/lib/words/moment";
import { BrowserName } from "../browser-name";
import { forgetBrowserAction } from "./actions";

type OwnBrowser = Awaited<ReturnType<typeof listOwnBrowsers>>[number];

/** The browsers that are known again, and how to forget one. */
export async function BrowsersPanel({ actor }: { actor: Actor }) {
  const words = (await currentWords()).twoFactor.browsers;
  const language = await currentLanguage();
  const browsers = await listOwnBrowsers(actor);

  const dayOf = (at: Date) => <Time at={at}>{day(at, language)}</Time>;
  const columns: Column<OwnBrowser>[] = [
    {
      heading: words.browser,
      cell: ({ userAgent, isThisOne }) => (
        <BrowserName userAgent={userAgent} mark={isThisOne && words.thisOne} />
      ),
    },
    { heading: words.firstUsed, cell: ({ firstSeenAt }) => dayOf(firstSeenAt) },
    { heading: words.lastUsed, cell: ({ lastSeenAt }) => dayOf(lastSeenAt) },
    {
      heading: words.forget,
      buttons: true,
      cell: ({ id }) => (
        <form action={forgetBrowserAction}>
          <input type="hidden" name="browser" value={id} />
          <SubmitButton variant="secondary">{words.forget}</SubmitButton>
        </form>
      ),
    },
  ];
  return (
    <Panel title={words.title} description={words.description}>
      {browsers.length > 0 ? (
        <Table caption={words.title} columns={columns} rows={browsers} keyOf={({ id }) => id} />
      ) : (
        <p className="text-sm text-muted">{words.none}</p>
      )}
    </Panel>
  );
}
