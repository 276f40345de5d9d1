/** Tells that a second method was turned on beside one that was on already. */
import type { TwoFactorMethod } from "@/lib/words/en/letters";
import { wordsIn } from "@/lib/words/words";
import { Notice, type NoticeProps } from "./notice";

type Props = NoticeProps & {
  method: TwoFactorMethod;
  /** What one could log in with until then, and still can. */
  beside: TwoFactorMethod;
};

export function subject({ language, organisation, method }: Props): string {
  return wordsIn(language).letters.methodOn.subject(method, organisation);
}

export default function MethodOn({ method, beside, ...notice }: Props) {
  const words = wordsIn(notice.language).letters.methodOn;
  const what = words.what(method, beside, notice.organisation);
  return <Notice {...notice} heading={words.heading(method)} what={what} />;
}

export const sample: Props = {
  language: "en",
  name: "Ada Lovelace",
  organisation: "Acme",
  method: "authenticator",
  beside: "email",
  at: "2027-05-03T14:32:00Z",
};
MethodOn.PreviewProps = sample;
