import { Panel } from "@/components/panel";
import { TextLink } from "@/components/text-link";
import type { UserDescription } from "@/lib/organisations/describe-user";
import { currentWords } from "@/lib/web/current-words";
import { paths } from "@/lib/web/paths";
import { ActivityList } from "../../../activity-list";

type Props = { described: UserDescription; mayViewAudit: boolean };

/** What happened to the account lately. */
export async function ActivityPanel({ described: { user, events }, mayViewAudit }: Props) {
  const words = (await currentWords()).users.activity;
  return (
    <Panel
      title={words.title}
      actions={
        mayViewAudit && <TextLink href={paths.auditShown({ person: user.email })}>{words.more}</TextLink>
      }
    >
      <ActivityList events={events} />
    </Panel>
  );
}
