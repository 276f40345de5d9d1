/** Tells that an administrator has reset the second step. */
import { wordsIn } from "@/lib/words/words";
import { Paragraph } from "./letter";
import { Notice, type NoticeProps } from "./notice";

type Props = NoticeProps & {
  /** Who did it, by name. */
  administrator: string;
};

export function subject({ language, organisation }: Props): string {
  return wordsIn(language).letters.twoFactorReset.subject(organisation);
}

export default function TwoFactorReset({ administrator, ...notice }: Props) {
  const words = wordsIn(notice.language).letters.twoFactorReset;
  return (
    <Notice
      {...notice}
      heading={words.heading}
      what={words.what(administrator)}
      notYou={words.notYou}
      notYouDo={words.notYouDo(notice.organisation)}
    >
      <Paragraph>{words.next}</Paragraph>
    </Notice>
  );
}

export const sample: Props = {
  language: "en",
  name: "Ada Lovelace",
  organisation: "Acme",
  administrator: "Grace Hopper",
  at: "2027-05-03T14:32:00Z",
};
TwoFactorReset.PreviewProps = sample;
