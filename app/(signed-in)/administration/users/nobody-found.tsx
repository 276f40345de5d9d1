import { SearchX } from "lucide-react";
import { EmptyState } from "@/components/empty-state";
import { LinkButton } from "@/components/link-button";
import { filters, type UserView } from "@/lib/organisations/user-view";
import { currentWords } from "@/lib/web/current-words";
import { paths } from "@/lib/web/paths";

/** What stands in the place of an empty list. */
export async function NobodyFound({ view }: { view: UserView }) {
  const { users: words } = await currentWords();
  return filters(view.filter) ? (
    <EmptyState
      title={words.none}
      icon={<SearchX />}
      actions={<LinkButton href={paths.users}>{words.search.clear}</LinkButton>}
    >
      {words.noneHint}
    </EmptyState>
  ) : (
    <EmptyState title={words.none} icon={<SearchX />}>
      {words.noneAtAll}
    </EmptyState>
  );
}
