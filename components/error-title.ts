"use client";

import { useEffect } from "react";

/** Puts `prefix` before the page's title while `troubled`: the title is the first thing that a screen reader says. */
export function useErrorTitle(prefix: string, troubled: boolean) {
  useEffect(() => {
    if (!troubled) return;
    if (!document.title.startsWith(prefix)) document.title = prefix + document.title;
    return () => {
      if (document.title.startsWith(prefix)) document.title = document.title.slice(prefix.length);
    };
  }, [prefix, troubled]);
}
