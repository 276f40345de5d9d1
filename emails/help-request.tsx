/** Tells the administrators that somebody cannot get any code, and what to check before they reset anything. */
import { Heading } from "@react-email/components";
import { wordsIn } from "@/lib/words/words";
import { Button } from "./button";
import { Facts } from "./facts";
import { Letter, Paragraph, type Spoken } from "./letter";
import type { Moment } from "./moment";
import { paper } from "./paper";

type Props = Spoken & {
  /** The administrator who reads it. */
  name: string;
  organisation: string;
  /** Who needs help. */
  user: { name: string; email: string };
  at: Moment;
  /** The page of that user; it holds no token and opens for administrators only. */
  url: string;
};

export function subject({ language, user }: Props): string {
  return wordsIn(language).letters.helpRequest.subject(user.name);
}

export default function HelpRequest({ language, name, organisation, user, at, url }: Props) {
  const words = wordsIn(language).letters.helpRequest;
  const what = words.what(user.name, user.email);
  return (
    <Letter
      language={language}
      organisation={organisation}
      preview={what}
      heading={words.heading(user.name)}
      name={name}
      footer={words.footer(organisation)}
    >
      <Paragraph>{what}</Paragraph>
      <Facts language={language} at={at} />
      <Heading as="h2" className="subheading" style={paper.subheading}>
        {words.check}
      </Heading>
      <ol className="text" style={{ ...paper.text, paddingLeft: "24px" }}>
        {words.checks.map((check) => (
          <li key={check}>{check}</li>
        ))}
      </ol>
      <Button language={language} url={url}>
        {words.button}
      </Button>
    </Letter>
  );
}

export const sample: Props = {
  language: "en",
  name: "Grace Hopper",
  organisation: "Acme",
  user: { name: "Ada Lovelace", email: "ada@acme.example" },
  at: "2027-05-03T14:32:00Z",
  url: "https://login.acme.example/administration/users/0c6f3f0e-6f2c-4c0e-9a9b-3a8f0f7b1d52",
};
HelpRequest.PreviewProps = sample;
