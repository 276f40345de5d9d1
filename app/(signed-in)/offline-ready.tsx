"use client";

import { useEffect } from "react";

/** Registers public/sw.js, which has something to show where there is no connection. Draws nothing. */
export function OfflineReady() {
  useEffect(() => {
    // Refused in private windows and by policy: the product is whole without it.
    navigator.serviceWorker?.register("/sw.js").catch(() => {});
  }, []);
  return null;
}
