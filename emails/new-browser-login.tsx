/** Tells of a login in a browser that was not seen before. */
import { wordsIn } from "@/lib/words/words";
import { Notice, type NoticeProps } from "./notice";

export function subject({ language, organisation }: NoticeProps): string {
  return wordsIn(language).letters.newBrowserLogin.subject(organisation);
}

export default function NewBrowserLogin(notice: NoticeProps) {
  const words = wordsIn(notice.language).letters.newBrowserLogin;
  return <Notice {...notice} heading={words.heading} what={words.what} />;
}

export const sample: NoticeProps = {
  language: "en",
  name: "Ada Lovelace",
  organisation: "Acme",
  at: "2027-05-03T14:32:00Z",
  browser: "Chrome on Windows",
  address: "203.0.113.7",
};
NewBrowserLogin.PreviewProps = sample;
