"use client";

import { useEffect, useEffectEvent } from "react";
import { useRefresh } from "./refresh";

/**
 * Asks the server how things stand whenever the page comes back into sight, from another app or from the browser's
 * memory. What is typed stays. Draws nothing.
 */
export function RefreshWhenShown({ probe }: { probe: string }) {
  const refresh = useEffectEvent(useRefresh(probe));
  useEffect(() => {
    const shown = () => {
      if (document.visibilityState === "visible") refresh();
    };
    const fromMemory = ({ persisted }: PageTransitionEvent) => persisted && shown();
    document.addEventListener("visibilitychange", shown);
    window.addEventListener("pageshow", fromMemory);
    return () => {
      document.removeEventListener("visibilitychange", shown);
      window.removeEventListener("pageshow", fromMemory);
    };
  }, []);
  return null;
}
