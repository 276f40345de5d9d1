/** Tells the owner of the old address that the account has a new one. */
import { wordsIn } from "@/lib/words/words";
import { Notice, type NoticeProps } from "./notice";

type Props = NoticeProps & {
  /** The address that the account uses now. */
  newEmail: string;
};

export function subject({ language, organisation }: Props): string {
  return wordsIn(language).letters.emailChangedOld.subject(organisation);
}

export default function EmailChangedOld({ newEmail, ...notice }: Props) {
  const words = wordsIn(notice.language).letters.emailChangedOld;
  return (
    <Notice
      {...notice}
      heading={words.heading}
      what={words.what(newEmail)}
      notYouDo={words.notYouDo(notice.organisation)}
      footer={words.footer(notice.organisation)}
    />
  );
}

export const sample: Props = {
  language: "en",
  name: "Ada Lovelace",
  organisation: "Acme",
  newEmail: "ada.lovelace@acme.example",
  at: "2027-05-03T14:32:00Z",
};
EmailChangedOld.PreviewProps = sample;
