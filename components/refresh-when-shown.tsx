"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/**
 * Asks the server how things stand whenever the page comes back into sight, from another app or from the browser's
 * memory. What is typed stays. Draws nothing.
 */
export function RefreshWhenShown() {
  const router = useRouter();
  useEffect(() => {
    const shown = () => {
      // Without a connection a refresh would end in an error page, and take what was typed with it.
      if (document.visibilityState === "visible" && navigator.onLine) router.refresh();
    };
    const fromMemory = ({ persisted }: PageTransitionEvent) => persisted && shown();
    document.addEventListener("visibilitychange", shown);
    window.addEventListener("pageshow", fromMemory);
    return () => {
      document.removeEventListener("visibilitychange", shown);
      window.removeEventListener("pageshow", fromMemory);
    };
  }, [router]);
  return null;
}
