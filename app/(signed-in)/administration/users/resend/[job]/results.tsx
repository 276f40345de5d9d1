import { Pagination } from "@/components/pagination";
import type { ResultView, SendingDescription } from "@/lib/organisations/describe-sending";
import type { Permitted } from "@/lib/organisations/permission";
import { mostListed, usersLeftOut } from "@/lib/organisations/sending";
import { currentWords } from "@/lib/web/current-words";
import { paths } from "@/lib/web/paths";
import { ResultChoices } from "./result-choices";
import { resultParameters } from "./result-view";
import { ResultsTable } from "./results-table";

type Props = { described: SendingDescription; view: ResultView; by: Permitted<"users.invite"> };

/** How it went for each user: all of them, or those with one result. */
export async function Results({ described: { sending, results, next }, view, by }: Props) {
  const { job: words } = (await currentWords()).resend;
  const showing = (state: ResultView["state"], after: string | null = null) =>
    paths.resending(sending.id, resultParameters({ state, after }));
  const isCut = (view.state ?? "left-out") === "left-out" && usersLeftOut(sending.leftOut) > mostListed;
  return (
    <section aria-labelledby="results" className="grid gap-4">
      <h2 id="results" className="font-semibold tracking-tight">
        {words.results}
      </h2>
      <ResultChoices chosen={view.state} hrefOf={(state) => showing(state)} />
      {isCut && (
        <p className="text-sm text-muted">{words.firstLeftOut(mostListed, usersLeftOut(sending.leftOut))}</p>
      )}
      {results.length === 0 ? (
        <p className="text-sm text-muted">{words.none}</p>
      ) : (
        <ResultsTable results={results} by={by} />
      )}
      <Pagination
        label={words.pages}
        previous={view.after === null ? undefined : { href: showing(view.state), text: words.first }}
        next={next === null ? undefined : { href: showing(view.state, next), text: words.next }}
      />
    </section>
  );
}
