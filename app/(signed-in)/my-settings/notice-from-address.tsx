import { Notice } from "@/components/notice";

type NoticeFromAddressProps = {
  /** What the address says after `?notice=`: anything at all. */
  given: string | string[] | undefined;
  /** The sentences that may be said. */
  sentences: Record<string, string>;
};

/** Says what an action has done that led to this page: works without JavaScript, and lies about nothing but itself. */
export function NoticeFromAddress({ given, sentences }: NoticeFromAddressProps) {
  if (typeof given !== "string" || !Object.hasOwn(sentences, given)) return null;
  return <Notice tone="success">{sentences[given]}</Notice>;
}
