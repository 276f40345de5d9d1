/** Tells that a second step was turned on where there was none. */
import type { TwoFactorMethod } from "@/lib/words/en/letters";
import { wordsIn } from "@/lib/words/words";
import { Notice, type NoticeProps } from "./notice";

type Props = NoticeProps & { method: TwoFactorMethod };

export function subject({ language, organisation }: Props): string {
  return wordsIn(language).letters.twoFactorOn.subject(organisation);
}

export default function TwoFactorOn({ method, ...notice }: Props) {
  const words = wordsIn(notice.language).letters.twoFactorOn;
  return <Notice {...notice} heading={words.heading} what={words.what(method)} />;
}

export const sample: Props = {
  language: "en",
  name: "Ada Lovelace",
  organisation: "Acme",
  method: "authenticator",
  at: "2027-05-03T14:32:00Z",
};
TwoFactorOn.PreviewProps = sample;
