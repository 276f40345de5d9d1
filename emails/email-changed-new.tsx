/** Asks the owner of a changed address to show that the new one is theirs. */
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
  return wordsIn(language).letters.emailChangedNew.subject(organisation);
}

export default function EmailChangedNew({ language, name, organisation, url, expiresAt }: Props) {
  const { activation, emailChangedNew: words } = wordsIn(language).letters;
  const why = words.why(organisation);
  return (
    <Letter language={language} organisation={organisation} preview={why} heading={words.heading} name={name}>
      <Paragraph>{why}</Paragraph>
      <Button language={language} url={url}>
        {activation.button}
      </Button>
      <Paragraph>{activation.runsOut(written(expiresAt, language))}</Paragraph>
      <Paragraph>{activation.notMeant(organisation)}</Paragraph>
    </Letter>
  );
}

export const sample: Props = {
  language: "en",
  name: "Ada Lovelace",
  organisation: "Acme",
  url: "https://login.acme.example/verify-email?token=Zr7Yt5WbLmHs9DfGj1EaUo4iRxTnKyBqMpQ3vN8kXc2",
  expiresAt: "2027-05-10T14:32:00Z",
};
EmailChangedNew.PreviewProps = sample;
