"use client";

import { useState } from "react";
import { buttonLook } from "./button-look";
import { useHydrated } from "./hydrated";

type CopyButtonProps = {
  /** What is copied. */
  text: string;
  /** Said afterwards: "Copied", and what to do where the browser refuses. */
  words: { copied: string; failed: string };
  children: React.ReactNode;
};

/** Copies a text. Without JavaScript it is not there, and the text beside it can be selected. */
export function CopyButton({ text, words, children }: CopyButtonProps) {
  const [outcome, setOutcome] = useState("");
  if (!useHydrated()) return null;

  async function copy() {
    setOutcome("");
    // `clipboard` is missing outside https, and reading it then throws: both are the same failure to a person.
    const copied = await Promise.resolve()
      .then(() => navigator.clipboard.writeText(text))
      .then(
        () => true,
        () => false,
      );
    setOutcome(copied ? words.copied : words.failed);
  }

  return (
    <span className="inline-flex flex-wrap items-center gap-x-3 gap-y-1">
      <button type="button" onClick={copy} className={buttonLook("secondary")}>
        {children}
      </button>
      <span role="status" className="text-sm text-muted empty:hidden">
        {outcome}
      </span>
    </span>
  );
}
