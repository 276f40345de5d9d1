"use client";

import { buttonLook } from "./button-look";
import { useHydrated } from "./hydrated";

/** Opens the browser's print window. Without JavaScript it is not there, and the browser's own menu prints. */
export function PrintButton({ children }: { children: React.ReactNode }) {
  if (!useHydrated()) return null;
  return (
    <button type="button" onClick={() => window.print()} className={buttonLook("secondary")}>
      {children}
    </button>
  );
}
