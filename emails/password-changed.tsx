/** Tells that the password was changed. */
import { wordsIn } from "@/lib/words/words";
import { Notice, type NoticeProps } from "./notice";

export function subject({ language, organisation }: NoticeProps): string {
  return wordsIn(language).letters.passwordChanged.subject(organisation);
}

export default function PasswordChanged(notice: NoticeProps) {
  const words = wordsIn(notice.language).letters.passwordChanged;
  return (
    <Notice
      {...notice}
      heading={words.heading}
      what={words.what}
      notYouDo={words.notYouDo(notice.organisation)}
    />
  );
}

export const sample: NoticeProps = {
  language: "en",
  name: "Ada Lovelace",
  organisation: "Acme",
  at: "2027-05-03T14:32:00Z",
  browser: "Safari on iPhone",
  address: "203.0.113.7",
};
PasswordChanged.PreviewProps = sample;
