/** Tells that something about the second step was changed. */
import type { TwoFactorChange } from "@/lib/words/en/letters";
import { wordsIn } from "@/lib/words/words";
import { Notice, type NoticeProps } from "./notice";

type Props = NoticeProps & { change: TwoFactorChange };

export function subject({ language, organisation }: Props): string {
  return wordsIn(language).letters.twoFactorChanged.subject(organisation);
}

export default function TwoFactorChanged({ change, ...notice }: Props) {
  const words = wordsIn(notice.language).letters.twoFactorChanged;
  return <Notice {...notice} heading={words.heading} what={words.what(change)} />;
}

export const sample: Props = {
  language: "en",
  name: "Ada Lovelace",
  organisation: "Acme",
  change: "authenticator-replaced",
  at: "2027-05-03T14:32:00Z",
};
TwoFactorChanged.PreviewProps = sample;
