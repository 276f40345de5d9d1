import { Address } from "@/components/address";
import { Badge } from "@/components/badge";
import { type Column, Table } from "@/components/table";
import { Time } from "@/components/time";
import type { SendingDescription } from "@/lib/organisations/describe-sending";
import type { Permitted } from "@/lib/organisations/permission";
import { currentLanguage, currentWords } from "@/lib/web/current-words";
import { dayAndTime } from "@/lib/words/moment";
import { UserName } from "../../user-name";

type Result = SendingDescription["results"][number];

const tones = {
  waiting: "info",
  sending: "info",
  sent: "success",
  failed: "danger",
  "left-out": "neutral",
} as const;

type Props = { results: Result[]; by: Permitted<"users.invite"> };

/**
 * One line for each user: sent, left out or failed with the reason, or waiting. Their names lead to them, because an
 * address that failed is put right there.
 */
export async function ResultsTable({ results, by }: Props) {
  const { job: words } = (await currentWords()).resend;
  const language = await currentLanguage();
  const reasonColumn: Column<Result> = {
    heading: words.columns.reason,
    cell: ({ reason }) => reason && words.reasons[reason],
  };
  const columns: Column<Result>[] = [
    {
      heading: words.columns.name,
      cell: ({ userId, name, role }) => (
        <span>
          <UserName user={{ id: userId, name, role }} by={by} />
        </span>
      ),
    },
    {
      heading: words.columns.email,
      breaks: true,
      cell: ({ email }) => (
        <span>
          <Address>{email}</Address>
        </span>
      ),
    },
    {
      heading: words.columns.result,
      cell: ({ state }) => (
        <span>
          <Badge tone={tones[state]}>{words.states[state]}</Badge>
        </span>
      ),
    },
    ...(results.some(({ reason }) => reason !== null) ? [reasonColumn] : []),
    {
      heading: words.columns.at,
      cell: ({ state, at }) => state === "sent" && <Time at={at}>{dayAndTime(at, language)}</Time>,
    },
  ];
  return (
    <Table
      caption={words.results}
      columns={columns}
      rows={results}
      keyOf={({ position }) => String(position)}
    />
  );
}
