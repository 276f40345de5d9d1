"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { deadlineOnThisClock, secondsUntil } from "./deadline";

type CountdownProps = {
  /** When it runs out, and what time it was when the page was made: both by the server's clock, ISO 8601. */
  expiresAt: string;
  serverNow: string;
  /** Plural forms with `#` for the seconds, and the sentence at the end. */
  words: { other: string; runOut: string } & Partial<Record<Intl.LDMLPluralRule, string>>;
  /** Called once, at the end. */
  onRunOut?: () => void;
  /** What stands there without JavaScript, such as "It works until 14:33:40." */
  children: React.ReactNode;
};

/** The moments that are said aloud: halfway to hurrying, and the end. Every second would drown the rest of the page. */
const saidAloud = [30, 0];

/** The time that is left, seen each second and heard twice. It only tells: nothing is locked when it ends. */
export function Countdown({ expiresAt, serverNow, words, onRunOut, children }: CountdownProps) {
  const [left, setLeft] = useState<number | null>(null);
  const [announced, setAnnounced] = useState("");

  const end = useEffectEvent(() => onRunOut?.());

  useEffect(() => {
    const deadline = deadlineOnThisClock(expiresAt, serverNow);
    let before = secondsUntil(deadline);
    setLeft(before);
    setAnnounced("");
    if (before === 0) end();
    const timer = setInterval(() => {
      const seconds = secondsUntil(deadline);
      const passed = saidAloud.findLast((moment) => before > moment && seconds <= moment);
      if (passed !== undefined) setAnnounced(sentence(passed, words));
      setLeft(seconds);
      before = seconds;
      if (seconds > 0) return;
      clearInterval(timer);
      if (passed === 0) end();
    }, 1000);
    return () => clearInterval(timer);
  }, [expiresAt, serverNow]);

  return (
    <div className="text-sm text-muted tabular-nums">
      <p role="timer" aria-live="off">
        {left === null ? children : sentence(left, words)}
      </p>
      <p aria-live="polite" className="sr-only">
        {announced}
      </p>
    </div>
  );
}

function sentence(seconds: number, words: CountdownProps["words"]): string {
  if (seconds === 0) return words.runOut;
  const rule = new Intl.PluralRules(document.documentElement.lang || "en").select(seconds);
  return (words[rule] ?? words.other).replaceAll("#", String(seconds));
}
