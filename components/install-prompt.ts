"use client";

import { useEffect, useState } from "react";

/** Chromium's own event, which TypeScript's library leaves out: not every browser has it. */
type InstallPrompt = Event & { prompt(): Promise<unknown> };

const dismissedKey = "install-hint-dismissed";

/** How to install this site, once the browser offers it and as long as the person has not said no. */
export function useInstallPrompt() {
  const [offered, setOffered] = useState<InstallPrompt | null>(null);

  useEffect(() => {
    if (wasDismissed()) return;
    const offer = (event: Event) => {
      // Ours is asked for when it suits, instead of the browser's bar over the page.
      event.preventDefault();
      setOffered(event as InstallPrompt);
    };
    const leave = () => setOffered(null);
    window.addEventListener("beforeinstallprompt", offer);
    window.addEventListener("appinstalled", leave);
    return () => {
      window.removeEventListener("beforeinstallprompt", offer);
      window.removeEventListener("appinstalled", leave);
    };
  }, []);

  if (!offered) return null;
  return {
    install: () => offered.prompt().finally(() => setOffered(null)),
    dismiss: () => {
      dismissForGood();
      setOffered(null);
    },
  };
}

// Where storage is switched off reading it throws, and the hint comes back the next time.
function wasDismissed(): boolean {
  try {
    return localStorage.getItem(dismissedKey) !== null;
  } catch {
    return false;
  }
}

function dismissForGood(): void {
  try {
    localStorage.setItem(dismissedKey, "yes");
  } catch {}
}
