"use client";

import { useEffect, useRef } from "react";
import { fieldId } from "./field-state";
import type { InvalidForm, RefusedForm } from "./form-state";
import { ToneIcon } from "./tone-icon";

type ErrorSummaryProps = {
  heading: string;
  trouble: InvalidForm | RefusedForm;
  /** The `id` of the form, if it has one. */
  formId?: string;
};

const look =
  "inline-block py-0.5 font-medium text-danger underline underline-offset-2 hover:text-danger-strong " +
  "pointer-coarse:py-2.5";

/** What is wrong with a form, in one place at its top: announced, focused, and leading to each field. */
export function ErrorSummary({ heading, trouble, formId }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);

  // `trouble` is a new object for each answer, so the same mistake made twice is heard twice.
  useEffect(() => box.current?.focus(), [trouble]);

  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      // biome-ignore lint/a11y/noAutofocus: without JavaScript this is what focuses the answer
      autoFocus
      className="flex gap-3 rounded-control border border-danger bg-danger-soft p-4 text-sm"
    >
      <ToneIcon tone="danger" />
      <div className="grid gap-1">
        <h2 className="font-semibold">{heading}</h2>
        {trouble.status === "refused" ? (
          <p>
            {trouble.message}{" "}
            {trouble.way && (
              <a href={trouble.way.href} target="_blank" rel="noopener" className={look}>
                {trouble.way.text}
              </a>
            )}
          </p>
        ) : (
          <ul className="grid gap-1">
            {Object.entries(trouble.errors).map(([name, sentence]) => (
              <li key={name}>
                <a href={`#${fieldId(formId, name)}`} className={look}>
                  {sentence}
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
