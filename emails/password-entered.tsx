/** Tells that somebody knew the password but did not complete the second step (ASVS 5.0, 6.3.5). */
import { wordsIn } from "@/lib/words/words";
import { Paragraph } from "./letter";
import { Notice, type NoticeProps } from "./notice";

export function subject({ language, organisation }: NoticeProps): string {
  return wordsIn(language).letters.passwordEntered.subject(organisation);
}

export default function PasswordEntered(notice: NoticeProps) {
  const words = wordsIn(notice.language).letters.passwordEntered;
  return (
    <Notice {...notice} heading={words.heading} what={words.what}>
      <Paragraph>{words.wasYou}</Paragraph>
    </Notice>
  );
}

export const sample: NoticeProps = {
  language: "en",
  name: "Ada Lovelace",
  organisation: "Acme",
  at: "2027-05-03T14:32:00Z",
  browser: "Chrome on Windows",
  address: "203.0.113.7",
};
PasswordEntered.PreviewProps = sample;
