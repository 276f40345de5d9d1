/** Tells that one of two methods was turned off, and what a login asks for now. */
import type { TwoFactorMethod } from "@/lib/words/en/letters";
import { wordsIn } from "@/lib/words/words";
import { Paragraph } from "./letter";
import { Notice, type NoticeProps } from "./notice";

type Props = NoticeProps & {
  method: TwoFactorMethod;
  /** What is left to log in with. */
  left: TwoFactorMethod;
  /** Whether codes by e-mail were off until then, and are on again because of it. */
  emailIsOnAgain?: boolean;
};

export function subject({ language, organisation, method }: Props): string {
  return wordsIn(language).letters.methodOff.subject(method, organisation);
}

export default function MethodOff({ method, left, emailIsOnAgain, ...notice }: Props) {
  const words = wordsIn(notice.language).letters.methodOff;
  return (
    <Notice {...notice} heading={words.heading(method)} what={words.what(method, left, notice.organisation)}>
      {emailIsOnAgain && <Paragraph>{words.emailIsOnAgain}</Paragraph>}
    </Notice>
  );
}

export const sample: Props = {
  language: "en",
  name: "Ada Lovelace",
  organisation: "Acme",
  method: "authenticator",
  left: "email",
  emailIsOnAgain: true,
  at: "2027-05-03T14:32:00Z",
};
MethodOff.PreviewProps = sample;
