import { Panel } from "@/components/panel";
import { ScrollBox } from "@/components/scroll-box";
import { TextLink } from "@/components/text-link";
import type { SizedTeam } from "@/lib/organisations/team";
import { currentWords } from "@/lib/web/current-words";
import { paths } from "@/lib/web/paths";
import { AddTeamForm } from "./add-form";

type Props = { teams: SizedTeam[]; mayEdit: boolean };

/** The teams with their sizes, each a way to its page, and a form for one more. */
export async function TeamsPanel({ teams, mayEdit }: Props) {
  const words = (await currentWords()).settings.teams;
  return (
    <Panel title={words.title} description={words.description}>
      {teams.length === 0 ? (
        <p className="text-sm text-muted">{words.none}</p>
      ) : (
        <ScrollBox>
          <ul className="grid gap-x-8 text-sm sm:grid-cols-2 lg:grid-cols-3">
            {teams.map(({ id, name, members }) => (
              <li key={id} className="flex items-baseline justify-between gap-3 border-b border-line py-2">
                <TextLink href={paths.team(id)}>{name}</TextLink>
                <span className="shrink-0 text-muted tabular-nums">{words.members(members)}</span>
              </li>
            ))}
          </ul>
        </ScrollBox>
      )}
      {mayEdit && <AddTeamForm />}
    </Panel>
  );
}
