import { SearchX } from "lucide-react";
import { EmptyState } from "@/components/empty-state";
import { LinkButton } from "@/components/link-button";
import { filters, type UserView } from "@/lib/organisations/user-view";
import { currentWords } from "@/lib/web/current-words";
import { paths } from "@/lib/web/paths";

type Props = {
  view: UserView;
  /** Whether whoever is asking would see nobody in any view. */
  reachesNobody: boolean;
};

/** What stands in the place of an empty list. */
export async function NobodyFound({ view, reachesNobody }: Props) {
  const { users: words } = await currentWords();
  if (reachesNobody) {
    return (
      <EmptyState title={words.none} icon={<SearchX />}>
        {words.noOwnTeam}
      </EmptyState>
    );
  }
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
