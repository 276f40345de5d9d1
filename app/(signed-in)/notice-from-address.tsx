import { Notice } from "@/components/notice";

type NoticeFromAddressProps = {
  /** What the address says after `?notice=`: anything at all. */
  given: string | string[] | undefined;
  /** What may be said of something that was done. */
  sentences: Record<string, string>;
  /** What may be said of something that was refused. */
  troubles?: Record<string, string>;
};

/** Says what an action has done, or not, that led to this page: works without JavaScript. */
export function NoticeFromAddress({ given, sentences, troubles = {} }: NoticeFromAddressProps) {
  if (typeof given !== "string") return null;
  if (Object.hasOwn(sentences, given))
    return (
      <Notice tone="success" fromAddress>
        {sentences[given]}
      </Notice>
    );
  if (Object.hasOwn(troubles, given))
    return (
      <Notice tone="warning" fromAddress>
        {troubles[given]}
      </Notice>
    );
  return null;
}
