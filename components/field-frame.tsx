"use client";

import type { FieldState } from "./field-state";
import { ToneIcon } from "./tone-icon";

type FieldFrameProps = {
  field: FieldState;
  label: string;
  hint?: React.ReactNode;
  /** At the end of the label's line: a small button for the field. */
  aside?: React.ReactNode;
  children: React.ReactNode;
};

/** Label, hint and error before the control, where no keyboard or list of suggestions covers them. */
export function FieldFrame({ field, label, hint, aside, children }: FieldFrameProps) {
  return (
    <div className="grid min-w-0 content-start gap-1.5">
      <div className="flex flex-wrap items-center justify-between gap-x-3">
        <label htmlFor={field.id} className="text-sm font-medium">
          {label}
        </label>
        {aside && <div className="pointer-coarse:-my-2">{aside}</div>}
      </div>
      <FieldHint field={field} hint={hint} />
      <FieldError field={field} />
      {children}
    </div>
  );
}

/** The hint of a field or a group. */
export function FieldHint({ field, hint }: { field: FieldState; hint?: React.ReactNode }) {
  if (!hint) return null;
  return (
    <div id={field.hintId} className="text-sm text-muted">
      {hint}
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
