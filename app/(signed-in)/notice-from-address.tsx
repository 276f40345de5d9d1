import { Notice } from "@/components/notice";
import { SaidOnArrival } from "@/components/said-on-arrival";

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
  const isDone = Object.hasOwn(sentences, given);
  if (!isDone && !Object.hasOwn(troubles, given)) return null;
  return (
    <SaidOnArrival>
      <Notice tone={isDone ? "success" : "warning"}>{isDone ? sentences[given] : troubles[given]}</Notice>
    </SaidOnArrival>
  );
}
