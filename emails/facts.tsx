/** When, in what and from where something happened. */
import { Text } from "@react-email/components";
import { Fragment } from "react";
import { wordsIn } from "@/lib/words/words";
import type { Spoken } from "./letter";
import { type Moment, written } from "./moment";
import { paper } from "./paper";

type FactsProps = Spoken & { at: Moment; browser?: string | null; address?: string | null };

/** A line for each fact that the letter has. */
export function Facts({ language, at, browser, address }: FactsProps) {
  const words = wordsIn(language).letters.paper;
  const facts = [
    { label: words.when, value: written(at, language) },
    { label: words.browser, value: browser },
    { label: words.address, value: address },
  ].filter(({ value }) => value !== undefined);
  return (
    <Text className="text" style={paper.text}>
      {facts.map(({ label, value }, index) => (
        <Fragment key={label}>
          {index > 0 && <br />}
          <strong>{label}:</strong> {value ?? words.unknown}
        </Fragment>
      ))}
    </Text>
  );
}
