/** Tells that a second step was turned off. */
import type { TwoFactorMethod } from "@/lib/words/en/letters";
import { wordsIn } from "@/lib/words/words";
import { Notice, type NoticeProps } from "./notice";

type Props = NoticeProps & { method: TwoFactorMethod };

export function subject({ language, organisation }: Props): string {
  return wordsIn(language).letters.twoFactorOff.subject(organisation);
}

export default function TwoFactorOff({ method, ...notice }: Props) {
  const words = wordsIn(notice.language).letters.twoFactorOff;
  return <Notice {...notice} heading={words.heading} what={words.what(method)} />;
}

export const sample: Props = {
  language: "en",
  name: "Ada Lovelace",
  organisation: "Acme",
  method: "authenticator",
  at: "2027-05-03T14:32:00Z",
};
TwoFactorOff.PreviewProps = sample;
