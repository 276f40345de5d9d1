"use client";

import { useEffect } from "react";

/**
 * Has the page asked for anew, and out of sight until then, when the browser shows it from its memory. With "no-store" no
 * browser should; but Firefox does with a page to which a link has led without a load, and whoever goes back after a
 * logout would find all that stood there. Draws nothing.
 */
export function NotFromMemory() {
  useEffect(() => {
    const { style } = document.documentElement;
    // Before it goes to sleep: from then on until it is shown again no script runs.
    const left = ({ persisted }: PageTransitionEvent) => {
      if (persisted) style.visibility = "hidden";
    };
    const shown = ({ persisted }: PageTransitionEvent) => {
      if (persisted) window.location.reload();
    };
    window.addEventListener("pagehide", left);
    window.addEventListener("pageshow", shown);
    return () => {
      window.removeEventListener("pagehide", left);
      window.removeEventListener("pageshow", shown);
    };
  }, []);
  return null;
}
