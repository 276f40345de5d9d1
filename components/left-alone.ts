"use client";

import { useEffect, useState } from "react";

/** Only people make these: a page that grows scrolls by itself. */
const signsOfLife = ["keydown", "pointerdown", "pointermove", "wheel"] as const;

/** Whether nobody has touched the page for `time` milliseconds; until the next key, press or movement. */
export function useLeftAlone(time: number): boolean {
  const [isAlone, setAlone] = useState(false);
  useEffect(() => {
    const wait = () => setTimeout(() => setAlone(true), time);
    let timer = wait();
    const touched = (event: Event) => {
      if (isStill(event)) return;
      clearTimeout(timer);
      timer = wait();
      setAlone(false);
    };
    for (const sign of signsOfLife) document.addEventListener(sign, touched, { passive: true });
    return () => {
      clearTimeout(timer);
      for (const sign of signsOfLife) document.removeEventListener(sign, touched);
    };
  }, [time]);
  return isAlone;
}

/** Some browsers say of a pointer that lies still that it moved, when the page moves beneath it. */
function isStill(event: Event): boolean {
  return (
    event.type === "pointermove" && !(event as PointerEvent).movementX && !(event as PointerEvent).movementY
  );
}
