import { Panel } from "@/components/panel";
import type { Actor } from "@/lib/sessions/actor";
import { browserParts } from "@/lib/sessions/browser-name";
import { listOwnActivity } from "@/lib/sessions/own-activity";
import { currentWords } from "@/lib/web/current-words";
import { ActivityList } from "../../activity-list";

/** What happened to one's own account lately, with where it came from: strange ones are noticed by that. */
export async function ActivityPanel({ actor }: { actor: Actor }) {
  const { audit, mySettings } = await currentWords();
  const events = (await listOwnActivity(actor)).map(({ browser, address, actor: by, ...event }) => {
    // "by" oneself says nothing; and where somebody else was is their own affair.
    if (by && by.email !== actor.email) return { ...event, actor: by.name };
    const { browser: name, system } = browserParts(browser);
    const where = [browser && mySettings.sessions.browserOn(name, system), address];
    return { ...event, actor: null, where: audit.joined(where.filter((part) => part !== null)) };
  });
  return (
    <Panel title={mySettings.activity.title} description={mySettings.activity.description}>
      <ActivityList events={events} />
    </Panel>
  );
}
