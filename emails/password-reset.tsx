/** The way to a new password for somebody who has forgotten theirs. */
import { wordsIn } from "@/lib/words/words";
import { Button } from "./button";
import { Letter, Paragraph, type Spoken } from "./letter";
import { type Moment, written } from "./moment";

type Props = Spoken & {
  name: string;
  organisation: string;
  /** The address that the button opens, with the token. */
  url: string;
  expiresAt: Moment;
};

export function subject({ language, organisation }: Props): string {
  return wordsIn(language).letters.passwordReset.subject(organisation);
}

export default function PasswordReset({ language, name, organisation, url, expiresAt }: Props) {
  const words = wordsIn(language).letters.passwordReset;
  return (
    <Letter
      language={language}
      organisation={organisation}
      preview={words.why}
      heading={words.heading}
      name={name}
    >
      <Paragraph>{words.why}</Paragraph>
      <Button language={language} url={url}>
        {words.button}
      </Button>
      <Paragraph>{words.runsOut(written(expiresAt, language))}</Paragraph>
      <Paragraph>{words.ignore}</Paragraph>
    </Letter>
  );
}

export const sample: Props = {
  language: "en",
  name: "Ada Lovelace",
  organisation: "Acme",
  url: "https://login.acme.example/reset-password?token=WbLmHs9DfGj1EaUo4iRxTnKyBqMpQ3vN8kXc2Zr7Yt5",
  expiresAt: "2027-05-03T15:02:00Z",
};
PasswordReset.PreviewProps = sample;
