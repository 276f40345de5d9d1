import { OwnerField } from "@/components/form-owner";
import { PageHeader } from "@/components/page-header";
import { SubmitButton } from "@/components/submit-button";
import { type Column, Table } from "@/components/table";
import { Time } from "@/components/time";
import type { AddressParameters } from "@/lib/kernel/address-parameters";
import { listOwnSessions } from "@/lib/sessions/list-sessions";
import { currentLanguage, currentWords } from "@/lib/web/current-words";
import { signedIn } from "@/lib/web/permit";
import { dayAndTime } from "@/lib/words/moment";
import { NoticeFromAddress } from "../../notice-from-address";
import { BrowserName } from "../browser-name";
import { endOtherSessionsAction, endSessionAction } from "./actions";
import { ActivityPanel } from "./activity-panel";

type OwnSession = Awaited<ReturnType<typeof listOwnSessions>>[number];

type Props = { searchParams: Promise<AddressParameters> };

export async function generateMetadata() {
  return { title: (await currentWords()).mySettings.sessions.title };
}

/** Where somebody is logged in, and how to end that. */
export default async function SessionsPage({ searchParams }: Props) {
  const { actor } = await signedIn();
  const words = (await currentWords()).mySettings.sessions;
  const language = await currentLanguage();
  const sessions = await listOwnSessions(actor);

  const moment = (at: Date) => <Time at={at}>{dayAndTime(at, language)}</Time>;
  const columns: Column<OwnSession>[] = [
    {
      heading: words.browser,
      cell: ({ userAgent, isThisOne }) => (
        <BrowserName userAgent={userAgent} mark={isThisOne && words.thisOne} />
      ),
    },
    { heading: words.firstSeen, cell: ({ createdAt }) => moment(createdAt) },
    { heading: words.lastSeen, cell: ({ lastSeenAt }) => moment(lastSeenAt) },
  ];
  if (sessions.length > 1) {
    columns.push({
      heading: words.end,
      buttons: true,
      cell: ({ id, isThisOne }) =>
        !isThisOne && (
          <form action={endSessionAction}>
            <input type="hidden" name="session" value={id} />
            <SubmitButton variant="secondary">{words.endOne}</SubmitButton>
          </form>
        ),
    });
  }

  return (
    <>
      <PageHeader
        title={words.title}
        description={words.description}
        actions={
          sessions.length > 1 && (
            <form action={endOtherSessionsAction}>
              <OwnerField />
              <SubmitButton variant="secondary">{words.endOthers}</SubmitButton>
            </form>
          )
        }
      />
      <NoticeFromAddress given={(await searchParams).notice} sentences={words.notices} />
      <Table caption={words.title} columns={columns} rows={sessions} keyOf={({ id }) => id} />
      <ActivityPanel actor={actor} />
    </>
  );
}
