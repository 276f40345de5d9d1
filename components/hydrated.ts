"use client";

import { useSyncExternalStore } from "react";

const never = () => () => {};

/** Whether JavaScript has taken over: what only it can do is drawn from then on, and not before. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
