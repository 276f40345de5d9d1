import { Panel } from "@/components/panel";
import { type Column, Table } from "@/components/table";
import { Time } from "@/components/time";
import type { UserDescription } from "@/lib/organisations/describe-user";
import type { Permitted } from "@/lib/organisations/permission";
import { browserParts } from "@/lib/sessions/browser-name";
import { currentLanguage, currentWords } from "@/lib/web/current-words";
import { paths } from "@/lib/web/paths";
import { dayAndTime } from "@/lib/words/moment";
import { wayToProof } from "../../way-to-proof";
import { EndSessionsForm } from "./end-sessions-form";

type Session = UserDescription["sessions"][number];

type Props = {
  by: Permitted<"users.edit">;
  described: UserDescription;
  /** What leads back to the page of the list. */
  list: Record<string, string>;
};

/** Where the user is logged in, and a button that ends it everywhere. */
export async function SessionsPanel({ by, described: { user, sessions }, list }: Props) {
  const { users, mySettings } = await currentWords();
  const words = users.sessions;
  const language = await currentLanguage();
  const columns: Column<Session>[] = [
    {
      heading: words.browser,
      cell: ({ userAgent }) => {
        const { browser, system } = browserParts(userAgent);
        return mySettings.sessions.browserOn(browser, system);
      },
    },
    {
      heading: words.lastSeen,
      cell: ({ lastSeenAt }) => <Time at={lastSeenAt}>{dayAndTime(lastSeenAt, language)}</Time>,
    },
  ];
  return (
    <Panel title={words.title}>
      {sessions.length === 0 ? (
        <p className="text-sm text-muted">{words.none}</p>
      ) : (
        <Table caption={words.title} columns={columns} rows={sessions} keyOf={({ id }) => id} />
      )}
      <EndSessionsForm
        userId={user.id}
        anySession={sessions.length > 0}
        proof={await wayToProof(by, words, paths.user(user.id, list))}
      />
    </Panel>
  );
}
