/** Tells that a recovery code was used, and how many are left. */
import { wordsIn } from "@/lib/words/words";
import { Paragraph } from "./letter";
import { Notice, type NoticeProps } from "./notice";

type Props = NoticeProps & {
  /** How many recovery codes have not been used. */
  left: number;
};

export function subject({ language, organisation }: Props): string {
  return wordsIn(language).letters.recoveryCodeUsed.subject(organisation);
}

export default function RecoveryCodeUsed({ left, ...notice }: Props) {
  const words = wordsIn(notice.language).letters.recoveryCodeUsed;
  return (
    <Notice {...notice} heading={words.heading} what={words.what}>
      <Paragraph>{`${words.left(left)} ${words.renew}`}</Paragraph>
    </Notice>
  );
}

export const sample: Props = {
  language: "en",
  name: "Ada Lovelace",
  organisation: "Acme",
  left: 6,
  at: "2027-05-03T14:32:00Z",
  browser: "Firefox on Linux",
  address: "203.0.113.7",
};
RecoveryCodeUsed.PreviewProps = sample;
