"use client";

import { startingText, useField } from "./field-state";

/** A value that travels with a form unseen. Where the form came back with a newer one, that one is sent next time. */
export function HiddenField({ name, value }: { name: string; value: string }) {
  const field = useField({ name, label: "" });
  return <input type="hidden" name={name} value={startingText(field, value)} />;
}
