"use client";

import { useSearchParams } from "next/navigation";
import { useMemo } from "react";
import { Notice } from "@/components/notice";
import { SaidOnArrival } from "@/components/said-on-arrival";
import type { Confirmed } from "@/lib/web/step-up";

/**
 * Says to whoever comes back from a fresh proof that nothing was done on the way. It stands in the frame, because the
 * proof may lead back to any page; each page's own notice takes its place in the address.
 */
export function ConfirmedNotice({ words }: { words: Record<Confirmed, string> }) {
  const given = useSearchParams().get("notice") ?? "";
  const sentence = Object.hasOwn(words, given) && words[given as Confirmed];
  // The same one while the sentence is: a page that looks again by itself must not call its reader back each time.
  const notice = useMemo(() => <Notice>{sentence}</Notice>, [sentence]);
  return sentence && <SaidOnArrival>{notice}</SaidOnArrival>;
}
