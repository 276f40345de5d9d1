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

/**
 * Copies a text. Without JavaScript it is not there, and the text beside it can be selected. What it says stands after it,
 * in the row of its neighbours: were both one thing, the button would leap to the next line with a long sentence.
 */
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
    <>
      <button type="button" onClick={copy} className={buttonLook("secondary")}>
        {children}
      </button>
      <span role="status" className="self-center text-sm text-muted empty:absolute">
        {outcome}
      </span>
    </>
  );
}
