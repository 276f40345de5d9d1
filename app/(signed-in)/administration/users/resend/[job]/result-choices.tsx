import { PageLink } from "@/components/page-link";
import type { ResultView } from "@/lib/organisations/describe-sending";
import { currentWords } from "@/lib/web/current-words";
import { resultStates } from "./result-view";

type Props = { chosen: ResultView["state"]; hrefOf: (state: ResultView["state"]) => string };

/** All results, or those of one kind: links, so that each view is an address. */
export async function ResultChoices({ chosen, hrefOf }: Props) {
  const { job: words } = (await currentWords()).resend;
  return (
    <nav aria-label={words.show}>
      <ul className="flex flex-wrap gap-1">
        {[null, ...resultStates].map((state) => (
          <li key={state ?? "all"}>
            <PageLink
              href={hrefOf(state)}
              aria-current={state === chosen ? "true" : undefined}
              className="inline-flex min-h-8 items-center rounded-control px-3 text-sm font-medium text-muted hover:bg-sunken hover:text-ink aria-[current]:bg-accent-soft aria-[current]:text-accent forced-colors:aria-[current]:underline pointer-coarse:min-h-11"
            >
              {words.states[state ?? "all"]}
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
