"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Seconds between two looks: a screen reader would say nothing else if it were less. */
const pause = 3;

/** Looks again every few seconds while the page is in sight; without JavaScript the browser loads it anew. */
export function KeepUpToDate() {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) router.refresh();
    }, pause * 1000);
    return () => clearInterval(timer);
  }, [router]);
  return (
    <noscript>
      <meta httpEquiv="refresh" content={String(pause)} />
    </noscript>
  );
}
