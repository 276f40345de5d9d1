import { PageLink } from "@/components/page-link";
import type { CapturedLetter } from "@/lib/mail/mailbox";
import { currentLanguage, currentWords } from "@/lib/web/current-words";
import { paths } from "@/lib/web/paths";
import { clockTime } from "@/lib/words/moment";

type LetterListProps = {
  letters: CapturedLetter[];
  /** The id of the letter beside the list. */
  opened: string;
  /** The address that the list is narrowed to. */
  to: string;
};

/** The letters of the mailbox, newest first; each opens beside the list. */
export async function LetterList({ letters, opened, to }: LetterListProps) {
  const [{ developer }, language] = await Promise.all([currentWords(), currentLanguage()]);
  return (
    <nav aria-label={developer.mailbox.list}>
      <ol className="grid max-h-72 lg:max-h-[80dvh] gap-1 overflow-y-auto rounded-panel border border-line bg-surface p-1.5 shadow-lift">
        {letters.map((letter) => (
          <li key={letter.id}>
            <PageLink
              href={{ pathname: paths.mailbox, query: { ...(to && { to }), letter: letter.id } }}
              aria-current={letter.id === opened ? "page" : undefined}
              className="grid min-w-0 gap-0.5 rounded-control px-3 py-2 text-sm hover:bg-sunken aria-[current]:bg-accent-soft"
            >
              <span className="font-medium">{letter.subject}</span>
              <span className="text-muted">{letter.to}</span>
              <time dateTime={letter.sentAt} className="text-xs text-muted tabular-nums">
                {clockTime(new Date(letter.sentAt), language)}
              </time>
            </PageLink>
          </li>
        ))}
      </ol>
    </nav>
  );
}
