"use client";

import { useRouter } from "next/navigation";

/** For so many milliseconds an answer is waited for: whoever asks again every few seconds is not to ask twice at once. */
const patience = 2_000;

/**
 * Asks the server how things stand, where `probe`, a light address of it, is answered first. A refresh that nobody answers,
 * or that a busy server turns away, ends in an error page, and takes what was typed with it.
 */
export function useRefresh(probe: string): () => Promise<void> {
  const router = useRouter();
  return async () => {
    if (await isAnswered(probe)) router.refresh();
  };
}

/** By anybody: where only a load balancer may ask the probe, all others are told so, and the server is there. */
function isAnswered(probe: string): Promise<boolean> {
  return fetch(probe, { cache: "no-store", signal: AbortSignal.timeout(patience) }).then(
    ({ status }) => status < 500,
    () => false,
  );
}
