/** The paper that every letter is written on: no images, no pixels, nothing fetched from anywhere. */
import type { ReactNode } from "react";
// The newer of the two packages: its preview fills the title, and its container takes the colours of dark clients.
import { Body, Container, Head, Heading, Html, Preview, Section, Text } from "react-email";
import type { Language } from "@/lib/words/language";
import { wordsIn } from "@/lib/words/words";
import { paper, sheetOfStyles } from "./paper";

/** What every letter is told beside its own props. */
export type Spoken = { language: Language };

type LetterProps = Spoken & {
  organisation: string;
  /** What an inbox shows beside the subject. */
  preview: string;
  heading: string;
  /** Whom to greet by name; left out where the letter must be read in a second. */
  name?: string;
  /** Why the reader gets it, when it is not for having an account. */
  footer?: string;
  children: ReactNode;
};

/** A whole letter: the organisation's name, one heading, what it has to say, and why it came. */
export function Letter({ language, organisation, preview, heading, name, footer, children }: LetterProps) {
  const words = wordsIn(language).letters.paper;
  return (
    <Html lang={language}>
      <Head>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{heading}</title>
        <style>{sheetOfStyles}</style>
      </Head>
      <Body lang={language}>
        <Section className="desk" style={paper.desk}>
          <Preview useTitleTag={false}>{preview}</Preview>
          <Container className="sheet" tdClassName="sheet-inside" style={paper.sheet}>
            <Text className="organisation" style={paper.organisation}>
              {organisation}
            </Text>
            <Heading as="h1" className="heading" style={paper.heading}>
              <Hyphened>{heading}</Hyphened>
            </Heading>
            {name && <Paragraph>{words.greeting(name)}</Paragraph>}
            {children}
          </Container>
          <Text className="foot" style={paper.foot}>
            {footer ?? words.footer(organisation)}
          </Text>
        </Section>
      </Body>
    </Html>
  );
}

/** "E-mail" stays on one line, as in the headings of pages. */
function Hyphened({ children: text }: { children: string }) {
  const word = /e-mail/i.exec(text);
  if (!word) return text;
  const end = word.index + word[0].length;
  return (
    <>
      {text.slice(0, word.index)}
      <span style={{ whiteSpace: "nowrap" }}>{word[0]}</span>
      <Hyphened>{text.slice(end)}</Hyphened>
    </>
  );
}

/** A paragraph of a letter. */
export function Paragraph({ children }: { children: ReactNode }) {
  return (
    <Text className="text" style={paper.text}>
      {children}
    </Text>
  );
}
