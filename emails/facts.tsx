/** When, in what and from where something happened. */
import { wordsIn } from "@/lib/words/words";
import type { Spoken } from "./letter";
import { type Moment, written } from "./moment";
import { paper } from "./paper";

type FactsProps = Spoken & { at: Moment; browser?: string | null; address?: string | null };

/** A small table with a row for each fact that the letter has. */
export function Facts({ language, at, browser, address }: FactsProps) {
  const words = wordsIn(language).letters.paper;
  const rows = [
    { label: words.when, value: written(at, language) },
    { label: words.browser, value: browser },
    { label: words.address, value: address },
  ].filter(({ value }) => value !== undefined);
  return (
    <table style={{ margin: "0 0 16px", borderCollapse: "collapse" }}>
      <tbody>
        {rows.map(({ label, value }) => (
          <tr key={label}>
            <th scope="row" className="fact" style={paper.fact}>
              {`${label}: `}
            </th>
            <td className="fact" style={paper.fact}>
              {value ?? words.unknown}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
