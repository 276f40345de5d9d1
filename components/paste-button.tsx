"use client";

import { useHydrated } from "./hydrated";
import { textButtonLook } from "./text-button-look";

type PasteButtonProps = { into: React.RefObject<HTMLInputElement | null>; children: React.ReactNode };

/** Fills a field from the clipboard, where the browser lets a page read it; does nothing if the person says no. */
export function PasteButton({ into, children }: PasteButtonProps) {
  if (!useHydrated() || !navigator.clipboard?.readText) return null;

  async function paste() {
    const text = await navigator.clipboard.readText().catch(() => null);
    if (into.current && text !== null) into.current.value = text.trim();
    into.current?.focus();
  }

  return (
    <button type="button" onClick={paste} className={textButtonLook}>
      {children}
    </button>
  );
}
