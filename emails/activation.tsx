/** Asks somebody to show that their e-mail address is theirs. */
import { wordsIn } from "@/lib/words/words";
import { Button } from "./button";
import { Letter, Paragraph, type Spoken } from "./letter";
import { type Moment, written } from "./moment";

type Props = Spoken & {
  name: string;
  organisation: string;
  /** Who added them; `null` where nobody did, or nobody knows. */
  invitedBy: string | null;
  /** The address that the button opens, with the token. */
  url: string;
  expiresAt: Moment;
};

export function subject({ language, organisation }: Props): string {
  return wordsIn(language).letters.activation.subject(organisation);
}

export default function Activation({ language, name, organisation, invitedBy, url, expiresAt }: Props) {
  const words = wordsIn(language).letters.activation;
  const added = words.added(organisation, invitedBy);
  return (
    <Letter
      language={language}
      organisation={organisation}
      preview={added}
      heading={words.heading}
      name={name}
    >
      <Paragraph>{added}</Paragraph>
      <Paragraph>{words.why(organisation)}</Paragraph>
      <Button language={language} url={url}>
        {words.button}
      </Button>
      <Paragraph>{words.runsOut(written(expiresAt, language))}</Paragraph>
      <Paragraph>{words.notMeant(organisation)}</Paragraph>
    </Letter>
  );
}

export const sample: Props = {
  language: "en",
  name: "Ada Lovelace",
  organisation: "Acme",
  invitedBy: "Grace Hopper",
  url: "https://login.acme.example/verify-email?token=pQ3vN8kXc2Zr7Yt5WbLmHs9DfGj1EaUo4iRxTnKyBqM",
  expiresAt: "2027-05-10T14:32:00Z",
};
Activation.PreviewProps = sample;
