import { Badge } from "@/components/badge";
import { browserParts } from "@/lib/sessions/browser-name";
import { currentWords } from "@/lib/web/current-words";

type Props = {
  userAgent: string | null;
  /** Where it is the present one: what that is called. */
  mark: string | false;
};

/** "Chrome on Windows", with a mark. */
export async function BrowserName({ userAgent, mark }: Props) {
  const { browserOn } = (await currentWords()).mySettings.sessions;
  const { browser, system } = browserParts(userAgent);
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
      {browserOn(browser, system)}
      {mark && <Badge tone="info">{mark}</Badge>}
    </span>
  );
}
