"use client";

import { useSearchParams } from "next/navigation";
import { useMemo } from "react";
import { Notice } from "@/components/notice";
import { SaidOnArrival } from "@/components/said-on-arrival";
import type { FrameNoticeName } from "@/lib/web/step-up";

/**
 * Says to whoever was led away from a form, a button or a file that nothing was done, once they are back. It stands in the
 * frame, because that may be on any page; each page's own notice takes its place in the address.
 */
export function FrameNotice({ words }: { words: Record<FrameNoticeName, string> }) {
  const given = useSearchParams().get("notice") ?? "";
  const sentence = Object.hasOwn(words, given) && words[given as FrameNoticeName];
  // The same one while the sentence is: a page that looks again by itself must not call its reader back each time.
  const notice = useMemo(() => <Notice>{sentence}</Notice>, [sentence]);
  return sentence && <SaidOnArrival>{notice}</SaidOnArrival>;
}
