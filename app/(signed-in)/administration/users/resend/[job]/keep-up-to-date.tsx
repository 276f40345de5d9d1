"use client";

import { useEffect, useEffectEvent, useRef } from "react";
import { Anchor } from "@/components/anchor";
import { useLeftAlone } from "@/components/left-alone";
import { useRefresh } from "@/components/refresh";
import { looksFor } from "./looking";

/** Seconds between two looks: a screen reader would say nothing else if it were less. */
const pause = 3;

type Props = {
  /** The address of the page, and the one with which it looks again without JavaScript; null once that has ended. */
  here: string;
  again: string | null;
  /** What is asked before each look with JavaScript: see `useRefresh`. */
  probe: string;
  words: { rests: string; showNow: string };
};

/**
 * Looks again every few seconds while the page is in sight and somebody is there; without JavaScript the browser loads
 * it anew. Each look keeps the session alive, which a screen that was left alone must not: then it rests.
 */
export function KeepUpToDate({ here, again, probe, words }: Props) {
  const refresh = useEffectEvent(useRefresh(probe));
  const rests = useLeftAlone(looksFor);
  const rested = useRef(false);
  useEffect(() => {
    // Whoever comes back sees at once how it stands.
    if (rested.current && !rests) refresh();
    rested.current = rests;
    if (rests) return;
    const timer = setInterval(() => {
      if (!document.hidden) refresh();
    }, pause * 1000);
    return () => clearInterval(timer);
  }, [rests]);
  const sentence = (
    <>
      {words.rests} <Anchor href={here}>{words.showNow}</Anchor>
    </>
  );
  return (
    <>
      {/* Always there, as the one of a form. */}
      <p role="status" className="text-sm text-muted empty:absolute">
        {rests && sentence}
      </p>
      <noscript>
        {again ? (
          <meta httpEquiv="refresh" content={`${pause}; url=${again}`} />
        ) : (
          <p className="text-sm text-muted">{sentence}</p>
        )}
      </noscript>
    </>
  );
}
