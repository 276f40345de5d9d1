/** The security code of a login: alone, large, and with no link near it, so that nobody learns to follow one. */
import { Text } from "@react-email/components";
import { wordsIn } from "@/lib/words/words";
import { Letter, Paragraph, type Spoken } from "./letter";
import { paper } from "./paper";

type Props = Spoken & {
  organisation: string;
  /** The six digits. */
  code: string;
  /** How long the code works, in seconds from its sending. */
  seconds: number;
};

/** Without the code: mail servers write subjects into their logs, and phones show them while they are locked. */
export function subject({ language, organisation }: Props): string {
  return wordsIn(language).letters.securityCode.subject(organisation);
}

export default function SecurityCode({ language, organisation, code, seconds }: Props) {
  const words = wordsIn(language).letters.securityCode;
  return (
    <Letter
      language={language}
      organisation={organisation}
      preview={words.preview(organisation)}
      heading={words.heading}
    >
      <Text className="code" style={paper.code}>
        {code}
      </Text>
      <Paragraph>{words.works(seconds)}</Paragraph>
      <Paragraph>{words.never(organisation)}</Paragraph>
    </Letter>
  );
}

export const sample: Props = { language: "en", organisation: "Acme", code: "482913", seconds: 90 };
SecurityCode.PreviewProps = sample;
