import { AnchorButton } from "@/components/anchor-button";
import { CopyButton } from "@/components/copy-button";
import { Panel } from "@/components/panel";
import { codeIn, linkIn } from "@/lib/mail/findings";
import type { CapturedLetter } from "@/lib/mail/mailbox";
import { currentLanguage, currentWords } from "@/lib/web/current-words";
import { dayAndTime } from "@/lib/words/moment";

/** One letter: what to do with it, as its reader sees it, as plain text, and its headers. */
export async function LetterView({ letter }: { letter: CapturedLetter }) {
  const [{ developer }, language] = await Promise.all([currentWords(), currentLanguage()]);
  const words = developer.mailbox;
  const [code, link] = [codeIn(letter), linkIn(letter)];
  return (
    <Panel
      title={letter.subject}
      description={`${words.to}: ${letter.to} · ${words.sent}: ${dayAndTime(new Date(letter.sentAt), language)}`}
      actions={
        <>
          {code && (
            <CopyButton text={code} words={{ copied: words.copied, failed: words.copyFailed }}>
              {words.copyCode}
            </CopyButton>
          )}
          {link && <AnchorButton href={link}>{words.openLink}</AnchorButton>}
        </>
      }
    >
      {/* A letter may hold anything: without scripts, forms or a way to this page's cookies. */}
      <iframe
        title={words.letter(letter.subject)}
        srcDoc={letter.html}
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        className="h-160 w-full rounded-control border border-line"
      />
      <Source title={words.text}>{letter.text}</Source>
      <Source title={words.headers}>{letter.headers}</Source>
    </Panel>
  );
}

function Source({ title, children }: { title: string; children: string }) {
  return (
    <details className="text-sm">
      <summary className="min-h-6 font-medium pointer-coarse:min-h-11">{title}</summary>
      <pre className="mt-2 overflow-x-auto rounded-control bg-sunken p-4 whitespace-pre-wrap">{children}</pre>
    </details>
  );
}
