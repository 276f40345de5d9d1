"use client";

import { useEffect, useRef } from "react";
import { focusIfLost } from "./focus-if-lost";

/**
 * What was done, on the page that its button led to. Nothing reads out a sentence that arrives together with its page; and
 * whoever pressed a button that has gone has lost the focus, and finds it here. It goes again once a form of the page has
 * an answer of its own, which it could contradict; see notice.css.
 */
export function SaidOnArrival({ children }: { children: React.ReactNode }) {
  const box = useRef<HTMLDivElement>(null);

  // Where `children` are new with each answer of the server, the same done twice is said twice.
  useEffect(() => focusIfLost(box.current), [children]);

  return (
    // biome-ignore lint/a11y/noAutofocus: without JavaScript this is what focuses the answer
    <div ref={box} tabIndex={-1} autoFocus data-from-address className="rounded-control">
      {children}
    </div>
  );
}
