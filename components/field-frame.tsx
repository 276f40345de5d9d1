"use client";

import type { FieldState } from "./field-state";
import { Hyphened } from "./hyphened";
import { ToneIcon } from "./tone-icon";

type FieldFrameProps = {
  field: FieldState;
  label: string;
  hint?: React.ReactNode;
  /** At the end of the label's line: a small button for the field. */
  aside?: React.ReactNode;
  children: React.ReactNode;
};

/**
 * Label, hint and error before the control, where no keyboard or list of suggestions covers them. What helps with the
 * field is seen at the label and comes after the control: Tab goes to the field first.
 */
export function FieldFrame({ field, label, hint, aside, children }: FieldFrameProps) {
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)_auto] content-start items-center gap-y-1.5">
      <label htmlFor={field.id} className="col-start-1 row-start-1 text-sm font-medium">
        {label}
      </label>
      <div className="col-span-full row-start-2 grid min-w-0 gap-1.5">
        <FieldHint field={field} hint={hint} />
        <FieldError field={field} />
        {children}
      </div>
      {aside && <div className="col-start-2 row-start-1 ms-3 pointer-coarse:-my-2">{aside}</div>}
    </div>
  );
}

/** The hint of a field or a group. */
export function FieldHint({ field, hint }: { field: FieldState; hint?: React.ReactNode }) {
  if (!hint) return null;
  return (
    <div id={field.hintId} className="text-sm text-muted">
      <Hyphened>{hint}</Hyphened>
    </div>
  );
}

/** The sentence that says what is wrong with a field or a group. */
export function FieldError({ field }: { field: FieldState }) {
  if (!field.error) return null;
  return (
    <p id={field.errorId} className="flex gap-1.5 text-sm font-medium text-danger">
      <ToneIcon tone="danger" />
      {field.error}
    </p>
  );
}
